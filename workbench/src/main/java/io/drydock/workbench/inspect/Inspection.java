package io.drydock.workbench.inspect;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.core.split.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a look at a whole image set tells.
 *
 * @param name of the data set: its image folder
 * @param images all readable images, labelled and test, in path order; a file in both lists stands twice
 * @param pool images without a label that can be used; none of them is among the images
 * @param split number of the current split; empty when nothing was split yet
 * @param classes in init order
 * @param sizes most frequent first, each file once
 * @param modes files by how they are stored, each once
 * @param unusable rows and files that were left out, with reason
 * @param duplicates exact copies by file, then by pixels
 * @param shift labelled against test, measure by measure; empty when there are no test images
 * @param damaged images that are used although part of their file is missing or damaged
 */
public record Inspection(
        String name,
        List<InspectedImage> images,
        int pool,
        OptionalInt split,
        List<ClassCount> classes,
        List<SizeCount> sizes,
        Map<String, Integer> modes,
        List<UnusableRow> unusable,
        List<ImageGroup> duplicates,
        List<Shift> shift,
        List<DamagedImage> damaged) {

    /** Looks at images that were scanned before. */
    public static Inspection of(
            String name,
            ClassList classes,
            OptionalInt split,
            List<InspectedImage> images,
            int pool,
            List<UnusableRow> unusable,
            List<ImageGroup> duplicates,
            List<DamagedImage> damaged) {
        List<InspectedImage> ordered = images.stream()
                .sorted(Comparator.comparing(InspectedImage::image))
                .toList();
        List<InspectedImage> labeled =
                ordered.stream().filter(InspectedImage::labeled).toList();
        List<InspectedImage> test =
                ordered.stream().filter(image -> !image.labeled()).toList();
        List<InspectedImage> files = eachFileOnce(ordered);
        return new Inspection(
                name,
                ordered,
                pool,
                split,
                classCounts(classes, labeled, split.isPresent()),
                sizeCounts(files),
                new TreeMap<>(files.stream()
                        .collect(Collectors.groupingBy(InspectedImage::mode, Collectors.summingInt(image -> 1)))),
                List.copyOf(unusable),
                List.copyOf(duplicates),
                test.isEmpty() || labeled.isEmpty() ? List.of() : Shift.between(labeled, test),
                List.copyOf(damaged));
    }

    private static List<InspectedImage> eachFileOnce(List<InspectedImage> images) {
        Map<String, InspectedImage> byPath = new LinkedHashMap<>();
        images.forEach(image -> byPath.putIfAbsent(image.image(), image));
        return List.copyOf(byPath.values());
    }

    private static List<ClassCount> classCounts(ClassList classes, List<InspectedImage> labeled, boolean split) {
        List<ClassCount> counts = new ArrayList<>();
        for (int index = 0; index < classes.size(); index++) {
            int wanted = index;
            List<InspectedImage> own = labeled.stream()
                    .filter(image -> image.label().orElse(-1) == wanted)
                    .toList();
            Map<Part, Integer> parts = new EnumMap<>(Part.class);
            if (split) {
                parts.put(Part.TRAIN, 0);
                parts.put(Part.VALID, 0);
                own.forEach(image -> image.part().ifPresent(part -> parts.merge(part, 1, Integer::sum)));
            }
            int gray = (int) own.stream().filter(InspectedImage::exactlyGray).count();
            counts.add(new ClassCount(
                    classes.get(index), own.size(), (double) own.size() / Math.max(1, labeled.size()), parts, gray));
        }
        return List.copyOf(counts);
    }

    private static List<SizeCount> sizeCounts(List<InspectedImage> images) {
        Map<ImageSize, Integer> counts = images.stream()
                .collect(Collectors.toMap(
                        image -> new ImageSize(image.height(), image.width()), image -> 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new SizeCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(SizeCount::count)
                        .reversed()
                        .thenComparing(size -> size.size().height())
                        .thenComparing(size -> size.size().width()))
                .toList();
    }

    /** Images with a label. */
    public List<InspectedImage> labeled() {
        return images.stream().filter(InspectedImage::labeled).toList();
    }

    /** Images to be predicted. */
    public List<InspectedImage> test() {
        return images.stream().filter(image -> !image.labeled()).toList();
    }

    /** Images whose pixels all have three equal channels, however they are stored. */
    public int exactlyGray() {
        return (int) eachFileOnce(images).stream()
                .filter(InspectedImage::exactlyGray)
                .count();
    }

    /** Count of the largest class over that of the smallest; NaN when a class has no image. */
    public double imbalanceRatio() {
        int most = classes.stream().mapToInt(ClassCount::count).max().orElse(0);
        int least = classes.stream().mapToInt(ClassCount::count).min().orElse(0);
        return least == 0 ? Double.NaN : (double) most / least;
    }

    /** Groups of copies whose labels differ. */
    public long conflicts() {
        return groups(Relation.CONFLICT);
    }

    /** Groups of copies that lie in different parts. */
    public long leaks() {
        return groups(Relation.LEAK);
    }

    private long groups(Relation relation) {
        return duplicates.stream().filter(group -> group.relation() == relation).count();
    }

    /** Files that stand in both lists, labelled and to be predicted: each is a leak of its own. */
    public List<String> inBothLists() {
        Set<String> test = test().stream().map(InspectedImage::image).collect(Collectors.toSet());
        return labeled().stream()
                .map(InspectedImage::image)
                .filter(test::contains)
                .toList();
    }

    /** The class that holds most of the gray labelled images, if gray is far more common in it than in the set. */
    public Optional<ClassCount> grayestClass() {
        long gray = classes.stream().mapToInt(ClassCount::exactlyGray).sum();
        int labeled = classes.stream().mapToInt(ClassCount::count).sum();
        return classes.stream()
                .filter(count -> count.exactlyGray() >= 5 && 2L * count.exactlyGray() > gray)
                .filter(count -> (double) count.exactlyGray() / count.count() > 2.0 * gray / labeled)
                .findFirst();
    }

    /** Different files, labelled or test. */
    public int files() {
        return (int) images.stream().map(InspectedImage::image).distinct().count();
    }
}
