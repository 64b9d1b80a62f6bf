package io.drydock.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.DataException;
import io.drydock.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTotalsTest {
    @Test
    void smallClassesBesideALargeOneAreNotRoundedAway() {
        Dataset data = SplitterTest.ships(counts(20, 3, 40));

        Split split = Splitter.stratified(0.15).split(data, 42, 1);

        assertThat(split.count(Part.VALID)).isEqualTo(15);
        assertThat(valid(split, data).get("c20")).isEqualTo(6);
        assertThat(valid(split, data).values().stream().filter(n -> n > 0)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"40, 3, 0.15, 18", "100, 2, 0.2, 40", "30, 4, 0.1, 12", "7, 5, 0.3, 11", "40, 3, 0.4, 48"})
    void aSetOfSmallClassesOnlyGetsTheTotalThatWasAskedFor(int classes, int size, double share, int valid) {
        Dataset data = SplitterTest.ships(counts(classes, size));
        Set<Set<String>> draws = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            Split split = Splitter.stratified(share).split(data, seed, 1);

            assertThat((double) split.count(Part.VALID)).isCloseTo(valid, within(1.0));
            Map<String, Integer> perClass = valid(split, data);
            assertThat(perClass.values()).allMatch(n -> n < size);
            int least = valid >= classes ? 1 : 0;
            assertThat(perClass.values()).allMatch(n -> n >= least && n <= least + 1);
            draws.add(new HashSet<>(split.images(Part.VALID)));
        }
        assertThat(draws).hasSize(5);
    }

    @Test
    void aRareClassOfTwoImagesIsInBothParts() {
        Dataset data = SplitterTest.ships(100, 100, 2, 2, 3);

        Split split = Splitter.stratified(0.15).split(data, 42, 1);

        assertThat(valid(split, data).values()).allMatch(n -> n > 0);
        assertThat(SplitNotes.of(split, data)).isEmpty();
        assertThat((double) split.count(Part.VALID)).isCloseTo(0.15 * 207, within(1.0));
    }

    @Test
    void mostImagesInValidLeaveAnImageOfEachClassToTrain() {
        Dataset data = SplitterTest.ships(counts(12, 5));

        Split split = Splitter.stratified(0.9).split(data, 1, 1);

        Map<String, Integer> valid = valid(split, data);
        assertThat(valid.values()).allMatch(n -> n == 4);
    }

    @Test
    void oneLargeGroupDoesNotTakeTheWholeShare() {
        List<LabeledImage> images = new ArrayList<>(SplitterTest.ships(40, 40).images());
        Map<String, String> patients = new HashMap<>();
        images.forEach(image -> patients.put(image.image(), image.image().endsWith("1.jpg") ? "one" : image.image()));
        Dataset data = new Dataset(ClassList.ofCodes(List.of("c0", "c1")), images);

        for (int seed = 0; seed < 20; seed++) {
            Split split = Splitter.stratified(0.1)
                    .groupedBy("column:patient", patients)
                    .split(data, seed, 1);

            assertThat((double) split.count(Part.VALID)).isCloseTo(8, within(1.0));
            assertThat(split.groupsInSeveralParts(patients)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anySetMeetsItsTotalAndCoversItsClasses(int block) {
        for (int trial = 0; trial < 60; trial++) {
            RandomStream random = RandomStream.of(block, "sets", trial);
            Drawn drawn = Drawn.of(random, trial % 3 == 0);
            double share = random.uniform(0.05, 0.5);
            int foldCount = 2 + random.nextInt(5);
            if (drawn.groups().size() < 2 * foldCount || share * drawn.data().size() < 1) {
                continue;
            }
            Split split;
            try {
                split = Splitter.stratified(share)
                        .folds(foldCount)
                        .groupedBy("g", drawn.named())
                        .split(drawn.data(), trial, 1);
            } catch (DataException e) {
                assertThat(drawn.spareGroups()).as(e.getMessage()).isZero();
                continue;
            }
            String which = "block " + block + ", trial " + trial + ", share " + share;
            drawn.check(split, share, which);
            for (int fold = 0; fold < foldCount; fold++) {
                Split one = split.foldAsValid(fold);
                assertThat(one.groupsInSeveralParts(drawn.named())).isEmpty();
                assertThat((double) one.count(Part.VALID))
                        .as(which)
                        .isCloseTo((double) drawn.data().size() / foldCount, within((double) drawn.largest()));
                Map<String, Integer> train = counts(one, Part.TRAIN, drawn.data());
                assertThat(train.keySet()).as(which).allMatch(code -> drawn.groupsOf(code) < 2 || train.get(code) > 0);
            }
        }
    }

    /** Classes of random sizes in groups of random sizes; a group may hold several classes. */
    private record Drawn(Dataset data, Map<String, String> named, Map<String, List<LabeledImage>> groups) {
        static Drawn of(RandomStream random, boolean mixed) {
            int classes = 1 + random.nextInt(12);
            int largestGroup = 1 + random.nextInt(8);
            List<LabeledImage> images = new ArrayList<>();
            Map<String, String> named = new HashMap<>();
            Map<String, List<LabeledImage>> groups = new TreeMap<>();
            for (int c = 0; c < classes; c++) {
                int count = random.chance(0.5) ? 1 + random.nextInt(6) : 1 + random.nextInt(60);
                for (int g = 0; g < count; g++) {
                    int size = random.chance(0.5) ? 1 : 1 + random.nextInt(largestGroup);
                    for (int i = 0; i < size; i++) {
                        int label = mixed && random.chance(0.2) ? random.nextInt(classes) : c;
                        String name = "c" + c + "-" + g + "-" + i + ".jpg";
                        LabeledImage image = new LabeledImage(name, name, label);
                        images.add(image);
                        named.put(name, c + "/" + g);
                        groups.computeIfAbsent(c + "/" + g, group -> new ArrayList<>())
                                .add(image);
                    }
                }
            }
            List<String> codes = new ArrayList<>();
            for (int c = 0; c < classes; c++) {
                codes.add("c" + c);
            }
            return new Drawn(new Dataset(ClassList.ofCodes(codes), images), named, groups);
        }

        int largest() {
            return groups.values().stream().mapToInt(List::size).max().orElse(0);
        }

        long groupsOf(String code) {
            return groups.values().stream().filter(group -> holds(group, code)).count();
        }

        private boolean holds(List<LabeledImage> group, String code) {
            return group.stream().anyMatch(image -> data.code(image).equals(code));
        }

        /** Groups without which every class would still have another. */
        long spareGroups() {
            return groups.values().stream()
                    .filter(group -> group.stream().allMatch(image -> groupsOf(data.code(image)) > 1))
                    .count();
        }

        void check(Split split, double share, String which) {
            assertThat(split.groupsInSeveralParts(named)).as(which).isEmpty();
            Map<String, Integer> train = counts(split, Part.TRAIN, data);
            Map<String, Integer> valid = counts(split, Part.VALID, data);
            for (String code : data.classes().codes()) {
                if (groupsOf(code) > 0) {
                    assertThat(train.get(code)).as(which + ": train of " + code).isPositive();
                }
            }
            double total = share * data.size();
            boolean single = groups.values().stream()
                    .allMatch(group ->
                            group.stream().map(LabeledImage::label).distinct().count() == 1);
            if (single || spareGroups() > groups.size() / 2) {
                assertThat((double) split.count(Part.VALID))
                        .as(which + ": total")
                        .isCloseTo(total, within((double) largest()));
            }
            int needed = data.classes().codes().stream()
                    .filter(code -> groupsOf(code) > 1)
                    .mapToInt(this::smallest)
                    .sum();
            if (single && needed <= total) {
                for (String code : data.classes().codes()) {
                    if (groupsOf(code) > 1) {
                        assertThat(valid.get(code))
                                .as(which + ": valid of " + code)
                                .isPositive();
                    }
                }
            }
        }

        private int smallest(String code) {
            return groups.values().stream()
                    .filter(group -> holds(group, code))
                    .mapToInt(List::size)
                    .min()
                    .orElse(0);
        }
    }

    private static Map<String, Integer> valid(Split split, Dataset data) {
        return counts(split, Part.VALID, data);
    }

    private static Map<String, Integer> counts(Split split, Part part, Dataset data) {
        return split.classCounts(part, SplitterTest.labels(data), data.classes().codes());
    }

    private static int[] counts(int classes, int each, int... more) {
        int[] counts = new int[classes + more.length];
        Arrays.fill(counts, each);
        System.arraycopy(more, 0, counts, classes, more.length);
        return counts;
    }
}
