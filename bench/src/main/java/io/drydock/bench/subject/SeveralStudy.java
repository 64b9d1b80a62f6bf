package io.drydock.bench.subject;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.core.statistic.RocArea;
import io.drydock.explore.subject.LearnedTrait;
import io.drydock.image.compose.Composite;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.montage.Montage;
import io.drydock.workbench.Progress;
import io.drydock.workbench.audit.AuditedImage;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.subject.ComposedPictures;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code make study-several WORKSPACE=DIR}: learns from pictures put together from one half of a set what a
 * second subject looks like, asks about pictures put together from the other half among its untouched ones, and draws the
 * untouched pictures of the whole set that rank first beside random ones, to be counted by eye. Arguments: the workspace, in whose cache
 * embeddings are kept, and a folder for the sheets.
 */
public final class SeveralStudy {
    private static final int SOURCES = 400;
    private static final int SHEET = 40;
    private static final Encoder ENCODER = Encoder.standard();

    private final Workspace workspace;
    private final Path sheets;
    private final ImageSet set;
    private final Map<String, float[]> features;

    private SeveralStudy(Workspace workspace, Path sheets) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.set = ImageSet.of(workspace, Progress.NONE);
        this.features = new WorkspaceFeatures(workspace)
                .of(ENCODER, FeatureView.PLAIN, Progress.NONE)
                .byImage();
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Give the folder of a workspace and a folder for the sheets.");
            System.exit(2);
        }
        new SeveralStudy(Workspace.open(Path.of(arguments[0])), Files.createDirectories(Path.of(arguments[1]))).run();
    }

    private void run() throws IOException {
        List<AuditedImage> known = set.images().stream()
                .filter(image -> features.containsKey(image.image()))
                .sorted(Comparator.comparing(AuditedImage::sha256).thenComparing(AuditedImage::image))
                .toList();
        List<AuditedImage> learn =
                IntStream.range(0, known.size() / 2).mapToObj(known::get).toList();
        List<AuditedImage> ask = IntStream.range(known.size() / 2, known.size())
                .mapToObj(known::get)
                .toList();
        Map<Composite, float[][]> made = composed(learn);
        Map<Composite, float[][]> held = composed(ask);
        System.out.println("| against its counterpart, AUC | against untouched pictures, AUC | average precision"
                + " | right of the first 50 | chance |");
        System.out.println("|---|---|---|---|---|");
        measure(made, held, ask);
        double[] values = learned(rows(known), made).values();
        draw(
                "several",
                known,
                IntStream.range(0, known.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -values[i]))
                        .toList());
        RandomStream random = RandomStream.of(1, "subject study");
        draw(
                "random",
                known,
                IntStream.generate(() -> random.nextInt(known.size()))
                        .distinct()
                        .limit(Math.min(SHEET, known.size()))
                        .boxed()
                        .toList());
    }

    private static LearnedTrait learned(float[][] pictures, Map<Composite, float[][]> made) {
        return LearnedTrait.of(
                pictures,
                made.getOrDefault(Composite.SEVERAL, new float[0][]),
                made.getOrDefault(Composite.NOT_SEVERAL, new float[0][]));
    }

    private Map<Composite, float[][]> composed(List<AuditedImage> half) {
        long begun = System.nanoTime();
        Map<Composite, float[][]> made = new ComposedPictures(
                        workspace, half.subList(0, Math.min(SOURCES, half.size())))
                .features(ENCODER, Progress.NONE);
        System.out.printf(Locale.ROOT, "put together and looked at in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        return made;
    }

    private float[][] rows(List<AuditedImage> images) {
        return images.stream()
                .map(image -> features.getOrDefault(image.image(), new float[0]))
                .toArray(float[][]::new);
    }

    private void measure(Map<Composite, float[][]> made, Map<Composite, float[][]> held, List<AuditedImage> ask) {
        float[][] having = held.getOrDefault(Composite.SEVERAL, new float[0][]);
        float[][] lacking = held.getOrDefault(Composite.NOT_SEVERAL, new float[0][]);
        List<float[]> all = new ArrayList<>(List.of(having));
        all.addAll(List.of(lacking));
        all.addAll(List.of(rows(ask)));
        double[] values = learned(all.toArray(float[][]::new), made).values();
        int m = having.length;
        int[] pairs = IntStream.range(0, 2 * m).toArray();
        int[] found = IntStream.concat(IntStream.range(0, m), IntStream.range(2 * m, values.length))
                .toArray();
        List<Integer> order = IntStream.of(found)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .toList();
        double precision = 0;
        int right = 0;
        int first = 0;
        for (int k = 0; k < order.size(); k++) {
            if (order.get(k) < m) {
                right++;
                first += k < 50 ? 1 : 0;
                precision += (double) right / (k + 1) / m;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %.3f | %.3f | %.3f | %d | %.3f |%n",
                area(values, pairs, m).area(),
                area(values, found, m).area(),
                precision,
                first,
                (double) m / found.length);
    }

    private static RocArea area(double[] values, int[] rows, int m) {
        double[] scores = IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
        boolean[] second = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            second[k] = rows[k] < m;
        }
        return RocArea.of(scores, second, 0, RandomStream.of(0, "subject study"));
    }

    /** Draws the first of an order, and lists them. */
    private void draw(String name, List<AuditedImage> images, List<Integer> order) throws IOException {
        ImageDecoder decoder = new ImageDecoder();
        List<Pixels> tiles = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int row : order.subList(0, Math.min(SHEET, order.size()))) {
            String image = images.get(row).image();
            names.add(image);
            tiles.add(decoder.decode(workspace.imageRoots().resolve(image)).pixels());
        }
        Path sheet = sheets.resolve(name + ".png");
        Files.write(
                sheet, ImageEncoder.png(Montage.of(5, new ImageSize(140, 210)).sheet(tiles)));
        Files.write(sheets.resolve(name + ".txt"), names);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d of %,d untouched pictures are drawn in %s%n",
                name,
                names.size(),
                images.size(),
                sheet);
    }
}
