package io.drydock.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Images that came without a label. */
class PoolLabelsTest {
    private static final ClassList CLASSES = ClassList.parse("cat,dog");
    private static final Split SPLIT =
            new Split(1, 42, 0.5, "content", 1, "", Map.of("a.jpg", Part.TRAIN, "b.jpg", Part.VALID), Map.of());

    private final List<ImportedLabel> imported = new ArrayList<>(List.of(
            ImportedLabel.of("a.jpg", "sha-a", "cat"),
            ImportedLabel.of("b.jpg", "sha-b", "dog"),
            ImportedLabel.unlabeled("new.jpg", "sha-new"),
            ImportedLabel.unlabeled("copy.jpg", "sha-new"),
            ImportedLabel.unlabeled("other.jpg", "sha-other")));
    private final List<JournalEntry> entries =
            new ArrayList<>(List.of(JournalEntry.imported(1, 1, "ann", Instant.EPOCH, "")));

    @Test
    void anImageOfThePoolHasNoLabelAndIsInNoDataset() {
        assertThat(now().label("new.jpg")).isEmpty();
        assertThat(now().isUnlabeled("new.jpg")).isTrue();
        assertThat(now().labels()).containsOnlyKeys("a.jpg", "b.jpg");
        assertThat(now().changed()).isEmpty();
        assertThat(now().dataset(CLASSES).size()).isEqualTo(2);
        assertThat(PartEffect.partOf(Optional.of(SPLIT), now(), "new.jpg")).isEqualTo("pool");
    }

    @Test
    void aRelabelGivesItOneThatHoldsForItsCopiesAndAnUndoTakesItBack() {
        decide(Action.RELABEL, "new.jpg", "sha-new", "dog");

        assertThat(now().label("new.jpg")).contains("dog");
        assertThat(now().label("copy.jpg")).contains("dog");
        assertThat(now().label("other.jpg")).isEmpty();
        assertThat(now().labeledFromPool()).containsExactly("new.jpg", "copy.jpg");
        assertThat(now().dataset(CLASSES).images())
                .extracting(LabeledImage::image)
                .containsExactly("a.jpg", "b.jpg", "new.jpg", "copy.jpg");

        entries.add(JournalEntry.reversal(3, 3, Action.UNDO, 2, "ann", Instant.EPOCH, ""));

        assertThat(now().label("new.jpg")).isEmpty();
        assertThat(now().label("copy.jpg")).isEmpty();
        assertThat(now().labeledFromPool()).isEmpty();
    }

    @Test
    void aSecondRelabelChangesItAndItsCopies() {
        decide(Action.RELABEL, "new.jpg", "sha-new", "dog");
        decide(Action.RELABEL, "copy.jpg", "sha-new", "cat");

        assertThat(now().label("new.jpg")).contains("cat");
        assertThat(now().label("copy.jpg")).contains("cat");
    }

    @Test
    void onceLabeledItTrainsWhereTheSplitDoesNotKnowItAndIsUndividedWithoutOne() {
        decide(Action.RELABEL, "new.jpg", "sha-new", "dog");

        assertThat(PartEffect.partOf(Optional.of(SPLIT), now(), "new.jpg")).isEqualTo("train");
        assertThat(PartEffect.partOf(Optional.empty(), now(), "new.jpg")).isEqualTo("labelled");
        Split training = SPLIT.trainingOnToo(now().labeledFromPool());
        assertThat(training.images(Part.TRAIN)).containsExactly("a.jpg", "copy.jpg", "new.jpg");
        assertThat(training.images(Part.VALID)).containsExactly("b.jpg");
    }

    @Test
    void inASplitWithFoldsItTrainsInEveryFold() {
        Split folds = new Split(1, 42, 0.5, "content", 1, "", SPLIT.parts(), Map.of("a.jpg", 0, "b.jpg", 1));

        Split training = folds.trainingOnToo(List.of("new.jpg"));

        assertThat(training.foldAsValid(0).images(Part.TRAIN)).containsExactly("b.jpg", "new.jpg");
        assertThat(training.foldAsValid(1).images(Part.TRAIN)).containsExactly("a.jpg", "new.jpg");
        assertThat(training.foldAsValid(1).images(Part.VALID)).containsExactly("b.jpg");
    }

    @Test
    void theEffectCountsItAsNewInTrain() {
        LabelState before = now();
        decide(Action.RELABEL, "new.jpg", "sha-new", "dog");

        List<PartEffect> effects = PartEffect.of(before, LabelChange.between(before, now()), Optional.of(SPLIT));

        assertThat(effects).contains(new PartEffect("train", 1, 0, 0, 0, 2));
    }

    @Test
    void aDropLeavesItOutAndIsNoChangeOfALabel() {
        decide(Action.DROP, "other.jpg", "sha-other", null);

        assertThat(now().isDropped("other.jpg")).isTrue();
        assertThat(now().labels()).containsOnlyKeys("a.jpg", "b.jpg");
        assertThat(now().changed()).isEmpty();
    }

    @Test
    void aCopyWithoutALabelDoesNotDisagreeWithOneThatHasIt() {
        imported.add(ImportedLabel.unlabeled("a~2.jpg", "sha-a"));

        assertThat(now().copiesDisagree("a.jpg")).isFalse();
        assertThat(now().label("a~2.jpg")).isEmpty();
    }

    @Test
    void whatWasDecidedHoldsWhenTheNextImportBringsALabel() {
        decide(Action.RELABEL, "new.jpg", "sha-new", "dog");
        imported.set(2, ImportedLabel.of("new.jpg", "sha-new", "cat"));

        assertThat(now().label("new.jpg")).contains("dog");
        assertThat(now().cameUnlabeled("new.jpg")).isFalse();
    }

    private LabelState now() {
        return LabelState.fold(imported, entries);
    }

    private void decide(Action action, String image, String sha256, @Nullable String to) {
        long next = entries.size() + 1;
        entries.add(new JournalEntry(
                next,
                next,
                action,
                image,
                sha256,
                now().label(image),
                Optional.ofNullable(to),
                "ann",
                Instant.EPOCH,
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty()));
    }
}
