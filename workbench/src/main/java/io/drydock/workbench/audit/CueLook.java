package io.drydock.workbench.audit;

import io.drydock.explore.cue.Association;
import io.drydock.explore.cue.Association.Trait;
import io.drydock.explore.cue.Cue;
import io.drydock.explore.cue.Measure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether the files give their classes away without a look at what they show.
 *
 * @param cues how well each measure alone predicts the class, the best first
 * @param associations traits that are far more common in one class, the strongest first
 */
public record CueLook(List<Cue> cues, List<Association> associations) {
    private static final int FOLDS = 10;
    private static final int COMMON_SHAPES = 6;
    private static final double TAIL = 0.05;
    private static final double GRAY_SPREAD = 10;

    public CueLook {
        cues = List.copyOf(cues);
        associations = List.copyOf(associations);
    }

    /** Looks at the labelled images. */
    public static CueLook of(ImageSet set) {
        List<AuditedImage> images = set.labeled();
        if (images.isEmpty()) {
            return new CueLook(List.of(), List.of());
        }
        int classes = set.classes().size();
        return new CueLook(cues(images, classes), Association.find(traits(images), labels(images), classes));
    }

    private static List<Cue> cues(List<AuditedImage> labeled, int classes) {
        List<AuditedImage> images = distinct(labeled);
        int[] labels = labels(images);
        int[] folds = images.stream()
                .mapToInt(image -> Integer.parseInt(image.sha256().substring(0, 4), 16) % FOLDS)
                .toArray();
        Map<String, ToDoubleFunction<AuditedImage>> measures = new HashMap<>();
        measures.put("spread of color", image -> image.check("channel_spread"));
        measures.put(
                "width and height",
                image -> 10_000.0 * image.picture().height() + image.picture().width());
        measures.put("brightness", image -> image.check("brightness"));
        measures.put("contrast", image -> image.check("contrast"));
        measures.put("sharpness", image -> image.check("sharpness"));
        measures.put("file size", image -> image.sizeBytes());
        measures.put("bytes a pixel", CueLook::density);
        measures.put("file format", code(images, image -> image.picture().format()));
        measures.put("stored channels", code(images, image -> image.picture().mode()));
        List<Measure> taken = new ArrayList<>();
        measures.forEach((name, measure) ->
                taken.add(new Measure(name, images.stream().mapToDouble(measure).toArray())));
        return Cue.among(taken, labels, classes, folds).stream()
                .sorted(Comparator.comparingDouble((Cue cue) -> -cue.balanced().value())
                        .thenComparing(Cue::name))
                .toList();
    }

    private static int[] labels(List<AuditedImage> images) {
        return images.stream().mapToInt(image -> image.label().orElseThrow()).toArray();
    }

    /** One of all copies with one label: more tell no more about their class. */
    private static List<AuditedImage> distinct(List<AuditedImage> images) {
        Set<String> seen = new HashSet<>();
        return images.stream()
                .filter(image -> seen.add(image.sha256() + image.label()))
                .toList();
    }

    private static double density(AuditedImage image) {
        return image.sizeBytes()
                / ((double) image.picture().height() * image.picture().width());
    }

    private static ToDoubleFunction<AuditedImage> code(
            List<AuditedImage> images, Function<AuditedImage, String> category) {
        List<String> known = images.stream().map(category).distinct().sorted().toList();
        return image -> known.indexOf(category.apply(image));
    }

    private static List<Trait> traits(List<AuditedImage> images) {
        List<Trait> traits = new ArrayList<>();
        add(traits, images, "without color (spread at most 10)", image -> image.check("channel_spread") <= GRAY_SPREAD);
        add(traits, images, "exactly gray", image -> image.check("exactly_gray") > 0);
        tails(traits, images, "darkest", "brightest", image -> image.check("brightness"));
        tails(traits, images, "lowest-contrast", "highest-contrast", image -> image.check("contrast"));
        tails(traits, images, "softest", "sharpest", image -> image.check("sharpness"));
        tails(traits, images, "most compressed", "least compressed", CueLook::density);
        Map<String, Integer> shapes = new HashMap<>();
        images.forEach(image -> shapes.merge(shape(image), 1, Integer::sum));
        shapes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMMON_SHAPES)
                .forEach(shape -> add(
                        traits,
                        images,
                        "of size " + shape.getKey(),
                        image -> shape(image).equals(shape.getKey())));
        images.stream()
                .map(image -> image.picture().format())
                .distinct()
                .sorted()
                .forEach(format -> add(
                        traits,
                        images,
                        "stored as " + format,
                        image -> image.picture().format().equals(format)));
        return traits;
    }

    private static String shape(AuditedImage image) {
        return image.picture().height() + "x" + image.picture().width();
    }

    private static void tails(
            List<Trait> traits,
            List<AuditedImage> images,
            String lowest,
            String highest,
            ToDoubleFunction<AuditedImage> measure) {
        double[] sorted = images.stream().mapToDouble(measure).sorted().toArray();
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        if (low < high) {
            add(traits, images, "among the 5 % " + lowest, image -> measure.applyAsDouble(image) <= low);
            add(traits, images, "among the 5 % " + highest, image -> measure.applyAsDouble(image) >= high);
        }
    }

    /** A trait that all or no images have tells nothing. */
    private static void add(List<Trait> traits, List<AuditedImage> images, String name, Predicate<AuditedImage> has) {
        BitSet rows = new BitSet();
        IntStream.range(0, images.size()).filter(i -> has.test(images.get(i))).forEach(rows::set);
        if (!rows.isEmpty() && rows.cardinality() < images.size()) {
            traits.add(new Trait(name, rows));
        }
    }
}
