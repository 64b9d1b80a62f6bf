package io.drydock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.split.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void theSameContentAndCheckHaveTheSameId() {
        assertThat(Finding.idOf(FindingKind.GRAY, 1, "ab")).isEqualTo(Finding.idOf(FindingKind.GRAY, 1, "ab"));
        assertThat(Finding.idOf(FindingKind.GRAY, 1, "ab"))
                .startsWith("gray-")
                .hasSize("gray-".length() + 16)
                .isNotEqualTo(Finding.idOf(FindingKind.GRAY, 2, "ab"))
                .isNotEqualTo(Finding.idOf(FindingKind.TINTED, 1, "ab"))
                .isNotEqualTo(Finding.idOf(FindingKind.GRAY, 1, "a", "b"));
    }

    @Test
    void theMostSuspectOfEachKindComesFirstAndCopiesKeepTheirOwnIds() {
        List<Finding> ranked = Ranking.of(List.of(
                finding(FindingKind.GRAY, "b.jpg", "same", 0.2),
                finding(FindingKind.GRAY, "a.jpg", "same", 0.2),
                finding(FindingKind.LABEL_ISSUE, "c.jpg", "other", 0.9),
                finding(FindingKind.LABEL_ISSUE, "d.jpg", "more", 0.1)));

        assertThat(ranked).extracting(Finding::image).containsExactly("d.jpg", "c.jpg", "a.jpg", "b.jpg");
        assertThat(ranked).extracting(Finding::rank).containsExactly(1, 2, 1, 2);
        assertThat(ranked).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(ranked.get(3).id()).isEqualTo(ranked.get(2).id() + "-2");
    }

    @Test
    void aScoreOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> finding(FindingKind.GRAY, "a.jpg", "ab", 1.5)).hasMessageContaining("1.5");
    }

    @Test
    void everyKindIsFoundByItsKey() {
        for (FindingKind kind : FindingKind.values()) {
            assertThat(FindingKind.of(kind.key())).contains(kind);
        }
        assertThat(FindingKind.of("grey")).isEmpty();
    }

    private static Finding finding(FindingKind kind, String image, String sha256, double score) {
        return new Finding(
                Finding.idOf(kind, 1, sha256),
                kind,
                1,
                score,
                image,
                Optional.of(Part.TRAIN),
                OptionalInt.of(0),
                OptionalInt.empty(),
                Map.of());
    }
}
