package io.drydock.explore.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.image.hash.Orientation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearGroupsTest {
    @Test
    void aChainOfLikeImagesIsNotOneGroup() {
        List<ComparedImage> images = List.of(
                image("a", "train", "1"), image("b", "train", "1"), image("c", "train", "1"), image("d", "train", "1"));

        List<ImageGroup> groups = NearGroups.of(images, List.of(pair(0, 1, 0.99), pair(1, 2, 0.98), pair(2, 3, 0.97)));

        assertThat(groups).extracting(NearGroupsTest::names).containsExactly(List.of("a", "b", "c"));
        assertThat(NearGroups.of(images, List.of(pair(0, 1, 0.99), pair(2, 3, 0.98), pair(1, 2, 0.97))))
                .extracting(NearGroupsTest::names)
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void twoLabelsAreAConflictAndTwoPartsALeak() {
        assertThat(relation(image("a", "train", "1"), image("b", "train", "1"))).isEqualTo(Relation.HARMLESS);
        assertThat(relation(image("a", "train", "1"), image("b", "valid", "1"))).isEqualTo(Relation.LEAK);
        assertThat(relation(image("a", "train", "1"), image("b", "test", ""))).isEqualTo(Relation.LEAK);
        assertThat(relation(image("a", "train", "1"), image("b", "valid", "2"))).isEqualTo(Relation.CONFLICT);
    }

    @Test
    void theCopyToKeepIsLabeledThenLargeThenLittleCompressed() {
        ComparedImage test = new ComparedImage(copy("t", "test", ""), "t", 400, 600, 90_000, 90);
        ComparedImage small = new ComparedImage(copy("s", "train", "1"), "s", 100, 150, 9_000, 50);
        ComparedImage large = new ComparedImage(copy("l", "train", "1"), "l", 200, 300, 9_000, 40);
        ComparedImage crisp = new ComparedImage(copy("c", "train", "1"), "c", 200, 299, 30_000, 40);

        assertThat(kept(test, small)).isEqualTo("s: the only labelled copy");
        assertThat(kept(small, large)).isEqualTo("l: largest: 60,000 pixels against 15,000");
        assertThat(kept(large, crisp)).isEqualTo("c: least compressed: 0.50 bytes a pixel against 0.15");
        assertThat(kept(small, small)).isEqualTo("s: first in import order, as good as the others");
    }

    @Test
    void exactCopiesOfAMemberAreMembersAndNothingElseIsNear() {
        ComparedImage twin = new ComparedImage(copy("a2", "train", "1"), "pixels of a", 100, 150, 9_000, 50);
        List<ComparedImage> images = List.of(image("a", "train", "1"), image("b", "train", "1"), twin);

        assertThat(NearGroups.distinct(images)).containsExactly(0, 1);
        assertThat(NearGroups.of(images, List.of(pair(0, 1, 0.99))))
                .extracting(NearGroupsTest::names)
                .containsExactly(List.of("a", "b", "a2"));
        assertThat(NearGroups.of(images, List.of(pair(0, 2, 1)))).isEmpty();
    }

    private static String kept(ComparedImage first, ComparedImage second) {
        KeepChoice choice = KeepChoice.of(List.of(first, second));
        return choice.image().copy().image() + ": " + choice.reason();
    }

    private static Relation relation(ComparedImage first, ComparedImage second) {
        return NearGroups.of(List.of(first, second), List.of(pair(0, 1, 0.99)))
                .get(0)
                .relation();
    }

    private static List<String> names(ImageGroup group) {
        return group.images().stream().map(Copy::image).toList();
    }

    private static ComparedImage image(String name, String part, String label) {
        return new ComparedImage(copy(name, part, label), "pixels of " + name, 100, 150, 9_000, 50);
    }

    private static Copy copy(String name, String part, String label) {
        return new Copy(name, "file " + name, part, Optional.of(label).filter(text -> !text.isEmpty()));
    }

    private static CopyPair pair(int first, int second, double similarity) {
        return new CopyPair(first, second, new Match(Orientation.UPRIGHT, similarity, 0.9, 1, 1, 1, 0, 1));
    }
}
