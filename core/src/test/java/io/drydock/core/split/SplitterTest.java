package io.drydock.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final int[] SHIP_COUNTS = {1802, 992, 780, 707, 1033};

    @Test
    void everyClassKeepsItsShare() {
        Dataset ships = ships(SHIP_COUNTS);

        Split split = Splitter.stratified(0.15).split(ships, 42, 1);

        Map<String, Integer> valid =
                split.classCounts(Part.VALID, labels(ships), ships.classes().codes());
        for (int c = 0; c < SHIP_COUNTS.length; c++) {
            assertThat(valid.get("c" + c)).isCloseTo((int) Math.round(0.15 * SHIP_COUNTS[c]), within(1));
        }
        assertThat(split.share(Part.VALID)).isCloseTo(0.15, within(0.001));
        assertThat(split.count(Part.TRAIN) + split.count(Part.VALID)).isEqualTo(5314);
    }

    @Test
    void theSameSeedGivesTheSameSplitInAnyOrderOfRows() {
        Dataset ships = ships(120, 40, 7);
        List<LabeledImage> shuffled = new ArrayList<>(ships.images());
        Collections.shuffle(shuffled, new Random(3));
        Splitter splitter = Splitter.stratified(0.2).folds(5);

        Split first = splitter.split(ships, 7, 1);

        assertThat(splitter.split(new Dataset(ships.classes(), shuffled), 7, 1)).isEqualTo(first);
        assertThat(splitter.split(ships, 8, 1).parts()).isNotEqualTo(first.parts());
    }

    @Test
    void theSplitOfASeedNeverChangesBetweenVersions() {
        Split split = Splitter.stratified(0.25).split(ships(12, 8), 42, 1);

        assertThat(split.images(Part.VALID))
                .containsExactly("c0-0.jpg", "c0-10.jpg", "c0-11.jpg", "c1-0.jpg", "c1-5.jpg");
    }

    @Test
    void everyImageIsAboutAsOftenInValid() {
        Dataset ships = ships(40);
        Map<String, Integer> times = new HashMap<>();
        for (int seed = 0; seed < 400; seed++) {
            Splitter.stratified(0.25)
                    .split(ships, seed, 1)
                    .images(Part.VALID)
                    .forEach(image -> times.merge(image, 1, Integer::sum));
        }

        assertThat(times).hasSize(40);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(60, 145));
    }

    @Test
    void imagesOfEqualContentStayTogether() {
        Dataset ships = withCopies(ships(200, 200), 60);
        Map<String, String> contents =
                ships.images().stream().collect(Collectors.toMap(LabeledImage::image, LabeledImage::sha256));

        Split split = Splitter.stratified(0.15).folds(5).split(ships, 42, 1);

        assertThat(split.groupsInSeveralParts(contents)).isEmpty();
        for (int fold = 0; fold < 5; fold++) {
            assertThat(split.foldAsValid(fold).groupsInSeveralParts(contents)).isEmpty();
        }
        assertThat(split.share(Part.VALID)).isCloseTo(0.15, within(0.01));
    }

    @Test
    void imagesOfOneGivenGroupStayTogether() {
        Dataset ships = ships(90, 60);
        Map<String, String> voyages = new HashMap<>();
        ships.images()
                .forEach(image ->
                        voyages.put(image.image(), "voyage" + image.image().hashCode() % 20));

        Split split =
                Splitter.stratified(0.3).groupedBy("voyage", voyages).folds(3).split(ships, 1, 1);

        assertThat(split.groupsInSeveralParts(voyages)).isEmpty();
        assertThat(split.groupBy()).isEqualTo("voyage");
        assertThat(split.share(Part.VALID)).isCloseTo(0.3, within(0.1));
    }

    @Test
    void foldsAreEvenInSizeAndClasses() {
        Dataset ships = ships(103, 51, 6);

        Split split = Splitter.stratified(0.15).folds(5).split(ships, 42, 1);

        for (int fold = 0; fold < 5; fold++) {
            Split one = split.foldAsValid(fold);
            assertThat(one.count(Part.VALID)).isBetween(31, 33);
            Map<String, Integer> valid =
                    one.classCounts(Part.VALID, labels(ships), ships.classes().codes());
            assertThat(valid.get("c0")).isBetween(20, 21);
            assertThat(valid.get("c2")).isBetween(1, 2);
        }
        assertThatThrownBy(() -> split.foldAsValid(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClassOfOneImageIsTrainedOnAndSaid() {
        Dataset ships = ships(40, 1);

        Split split = Splitter.stratified(0.15).folds(4).split(ships, 42, 1);

        assertThat(split.part("c1-0.jpg")).contains(Part.TRAIN);
        assertThat(SplitNotes.of(split, ships))
                .anySatisfy(note -> assertThat(note).contains("c1", "1 image", "valid part"))
                .anySatisfy(note -> assertThat(note).contains("c1", "fold"));
    }

    @Test
    void oneClassOnlyIsSplitAllTheSame() {
        assertThat(Splitter.stratified(0.2).split(ships(50), 1, 1).count(Part.VALID))
                .isEqualTo(10);
    }

    @Test
    void aClassThatIsOneGroupStaysWholeAndSaid() {
        List<LabeledImage> images = new ArrayList<>(ships(40).images());
        for (int i = 0; i < 6; i++) {
            images.add(new LabeledImage("z" + i + ".jpg", "same", 1));
        }
        Dataset ships = new Dataset(ClassList.ofCodes(List.of("c0", "c1")), images);

        Split split = Splitter.stratified(0.2).folds(4).split(ships, 1, 1);

        assertThat(SplitNotes.of(split, ships))
                .anySatisfy(note -> assertThat(note).contains("all of its 6 images"));
    }

    @Test
    void aPartOrFoldThatWouldBeEmptyIsAnError() {
        assertThatThrownBy(() -> Splitter.stratified(0.15).split(ships(2), 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("valid part would be empty");
        assertThatThrownBy(() -> Splitter.stratified(0.5).folds(9).split(ships(4, 4), 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("9 folds");
        assertThatThrownBy(() -> Splitter.stratified(1.5)).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> Splitter.stratified(0.1).folds(1)).isInstanceOf(ConfigException.class);
    }

    static Dataset ships(int... counts) {
        List<LabeledImage> images = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            codes.add("c" + c);
            for (int i = 0; i < counts[c]; i++) {
                images.add(new LabeledImage("c" + c + "-" + i + ".jpg", "sha" + c + "-" + i, c));
            }
        }
        return new Dataset(ClassList.ofCodes(codes), images);
    }

    private static Dataset withCopies(Dataset ships, int copies) {
        List<LabeledImage> images = new ArrayList<>(ships.images());
        RandomStream random = RandomStream.of(5, "copies");
        for (int i = 0; i < copies; i++) {
            LabeledImage original = ships.images().get(random.nextInt(ships.size()));
            images.add(new LabeledImage("copy" + i + ".jpg", original.sha256(), original.label()));
        }
        return new Dataset(ships.classes(), images);
    }

    static Map<String, String> labels(Dataset ships) {
        return ships.images().stream().collect(Collectors.toMap(LabeledImage::image, ships::code));
    }
}
