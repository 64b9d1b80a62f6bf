package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.DataException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.JournalEntry;
import io.drydock.workbench.BrowseImages.Request;
import io.drydock.workbench.review.BrowseFilter;
import io.drydock.workbench.review.BrowseSort;
import io.drydock.workbench.review.GridImage;
import io.drydock.workbench.review.ImageIndex;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowseImagesTest {
    @TempDir
    Path folder;

    @Test
    void aStretchIsCutFromAllThatPassesTheFilter() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 30);
        BrowseImages grid = new BrowseImages(ships.root());

        BrowseImages.Stretch stretch =
                grid.run(Request.all().withFilter(BrowseFilter.all().withLabel("2")), 4, 3);

        assertThat(stretch.total()).isEqualTo(30);
        assertThat(stretch.matching()).isEqualTo(10);
        assertThat(stretch.images()).extracting(GridImage::image).containsExactly("13.jpg", "16.jpg", "19.jpg");
        assertThat(grid.run(Request.all(), 29, 50).images()).hasSize(1);
        assertThat(grid.run(Request.all().withFilter(BrowseFilter.all().withMinGray(0.99)), 0, 50)
                        .matching())
                .isEqualTo(10);
        assertThat(grid.run(Request.all().withFilter(BrowseFilter.all().withText("1.JPG")), 0, 50)
                        .images())
                .extracting(GridImage::image)
                .containsExactly("1.jpg", "11.jpg", "21.jpg");
    }

    @Test
    void ordersPutImagesWithoutTheValueLast() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 6);
        ships.found("labels", "label_issue 4.jpg 1", "label_issue 2.jpg 1");
        ImageIndex index = ImageIndex.open(ships.root());
        BrowseImages grid = new BrowseImages(index);
        new DecideLabels(index).run(DecideLabels.Request.keep(List.of("5.jpg")));

        assertThat(grid.paths(grid.ids(Request.all().withSort(BrowseSort.SCORE, false))))
                .containsExactly("4.jpg", "2.jpg", "0.jpg", "1.jpg", "3.jpg", "5.jpg");
        assertThat(grid.paths(grid.ids(Request.all().withSort(BrowseSort.DECIDED, true))))
                .startsWith("5.jpg");
        assertThat(grid.paths(grid.ids(Request.all().withSort(BrowseSort.PATH, true))))
                .startsWith("5.jpg", "4.jpg");
        assertThat(grid.paths(grid.ids(
                        Request.all().withFilter(BrowseFilter.all().withVerdicts(Set.of(BrowseFilter.UNDECIDED))))))
                .hasSize(5);
        assertThat(grid.paths(
                        grid.ids(Request.all().withFilter(BrowseFilter.all().withKind(FindingKind.LABEL_ISSUE)))))
                .containsExactly("2.jpg", "4.jpg");
        assertThatThrownBy(() -> grid.ids(Request.all().withSort(BrowseSort.LOSS, true)))
                .hasMessageContaining("no run was named");
    }

    @Test
    void theMostSuspectLabelsComeFirstAndOtherKindsOnlyWhereTheFilterAsksForThem() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 6);
        ships.found("labels", "label_issue 4.jpg 1", "label_issue 2.jpg 1");
        ships.found("pixels", "gray 5.jpg", "gray 2.jpg", "gray 0.jpg");
        BrowseImages grid = new BrowseImages(ships.root());
        Request bySuspicion = Request.all().withSort(BrowseSort.SCORE, BrowseSort.SCORE.fallsFirst());

        assertThat(grid.paths(grid.ids(bySuspicion)))
                .as("labels by suspicion, then the images about whose label nothing was found, as imported")
                .containsExactly("4.jpg", "2.jpg", "0.jpg", "1.jpg", "3.jpg", "5.jpg");
        assertThat(grid.paths(grid.ids(bySuspicion.withFilter(BrowseFilter.all().withKind(FindingKind.GRAY)))))
                .as("gray ones by grayness alone, though the label of one of them is suspect too")
                .containsExactly("5.jpg", "2.jpg", "0.jpg");
    }

    @Test
    void theHighestLossAndTheLastDecisionComeFirstUnlessTurnedAround() {
        assertThat(Arrays.stream(BrowseSort.values()).filter(BrowseSort::fallsFirst))
                .containsExactly(BrowseSort.LOSS, BrowseSort.DECIDED);
    }

    @Test
    void theDetailsOfAnImageTellItsHistoryFindingsAndTwins() {
        LabelWorkspace ships = LabelWorkspace.in(folder, "image,label\na.jpg,1\na~2.jpg,1\nb.jpg,2\n");
        ships.found("labels", "label_issue a.jpg 2");
        ImageIndex index = ImageIndex.open(ships.root());
        BrowseImages grid = new BrowseImages(index);
        DecideLabels decide = new DecideLabels(index);
        decide.run(DecideLabels.Request.relabel(List.of("a~2.jpg"), "3"));
        decide.undo(1, "ann", "");
        decide.run(DecideLabels.Request.drop(List.of("a.jpg")));

        BrowseImages.Details details = grid.details(grid.id("a.jpg").orElseThrow(), Optional.empty());

        assertThat(details.image().dropped()).isTrue();
        assertThat(details.image().imported()).contains("1");
        assertThat(details.history()).extracting(JournalEntry::image).containsExactly("a~2.jpg", "a.jpg");
        assertThat(details.undone()).containsExactly(details.history().get(0).seq());
        assertThat(details.findings()).hasSize(1);
        assertThat(details.twins()).extracting(GridImage::image).containsExactly("a~2.jpg");
        assertThat(grid.file(details.image().id()))
                .isEqualTo(folder.resolve("images/a.jpg").toAbsolutePath());
        assertThatThrownBy(() -> grid.details(99, Optional.empty())).isInstanceOf(DataException.class);
    }

    @Test
    void anImageKeepsItsNumberAndAnotherProgramsDecisionsAreSeen() {
        LabelWorkspace ships = LabelWorkspace.of(folder, 6);
        BrowseImages grid = new BrowseImages(ships.root());
        long id = grid.id("3.jpg").orElseThrow();

        new DecideLabels(ships.root()).run(DecideLabels.Request.drop(List.of("3.jpg")));
        ships.imports("image,label\n3.jpg,1\nnew.jpg,2\n");

        assertThat(grid.id("3.jpg")).contains(id);
        assertThat(grid.run(Request.all(), 0, 9).images())
                .extracting(GridImage::image)
                .containsExactly("3.jpg", "new.jpg");
        assertThat(grid.run(Request.all(), 0, 9).images().get(0).dropped()).isTrue();
    }
}
