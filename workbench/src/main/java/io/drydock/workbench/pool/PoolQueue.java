package io.drydock.workbench.pool;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.LabelState;
import io.drydock.core.random.RandomStream;
import io.drydock.core.split.Part;
import io.drydock.explore.pool.UsefulOrder;
import io.drydock.image.hash.ContentHash;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingCheck;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of the pool in the order in which they are worth labeling, kept as findings for the review: as
 * {@link UsefulOrder} puts them where there is a model, else at random. The order stays while labels are given, and is made
 * anew when the pool or the model is another one. For one thread at a time.
 */
public final class PoolQueue {
    private static final String CHECK = "unlabeled";
    private static final int VERSION = 1;
    private static final String RANDOM = "random";
    private static final String OF = " | ";
    private static final long SEED = 1;
    private static final int DIGITS = 16;

    private final Workspace workspace;

    public PoolQueue(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The pool of the workspace in a folder.
     *
     * @throws io.drydock.core.error.WorkspaceException if there is none
     */
    public static PoolQueue open(Path workspace) {
        return new PoolQueue(Workspace.open(workspace));
    }

    /** How the queue is ordered: {@code random}, or the model in words. */
    public String order() {
        return workspace
                .findings()
                .lastRun(CHECK)
                .map(check -> check.settings()
                        .substring(0, Math.max(0, check.settings().indexOf(OF))))
                .orElse(RANDOM);
    }

    /** Has an order for the pool as it is, without computing much: random where no order was made for it. */
    public void prepare() {
        List<StoredImage> pool = workspace.current(ImageList.POOL);
        Optional<FindingCheck> last = workspace.findings().lastRun(CHECK);
        boolean known = last.filter(
                        check -> check.version() == VERSION && check.settings().endsWith(digest(pool)))
                .isPresent();
        if (!known && (last.isPresent() || !pool.isEmpty())) {
            keep(RANDOM, "", pool, Map.of(), random(pool));
        }
    }

    /** Makes the order anew where the pool or the model is another one. */
    public void refresh(Progress progress) {
        prepare();
        List<StoredImage> pool = workspace.current(ImageList.POOL);
        Optional<PoolModel> model = PoolModel.of(workspace);
        if (pool.isEmpty() || model.isEmpty() || isOf(model.get(), pool)) {
            return;
        }
        LabelState labels = workspace.journal().state();
        Set<String> contents = new HashSet<>();
        List<StoredImage> unlabeled = workspace.unlabeledImages().stream()
                .filter(image -> contents.add(image.sha256()))
                .toList();
        List<StoredImage> labeled = workspace.labeledImages().stream()
                .filter(image -> !labels.isDropped(image.path()))
                .toList();
        ImageFeatures features = new WorkspaceFeatures(workspace)
                .of(
                        Encoder.standard(),
                        FeatureView.PLAIN,
                        Stream.concat(labeled.stream(), unlabeled.stream()).toList(),
                        progress);
        Map<String, float[]> rows = features.byImage();
        Map<String, double[]> predicted = model.get()
                .predict(workspace, unlabeled.stream().map(StoredImage::path).toList(), features, progress);
        List<StoredImage> ready = unlabeled.stream()
                .filter(image -> rows.containsKey(image.path()) && predicted.containsKey(image.path()))
                .toList();
        Set<StoredImage> order = new LinkedHashSet<>();
        for (int row : UsefulOrder.STANDARD.of(
                ready.stream().map(image -> known(predicted, image)).toArray(double[][]::new),
                ready.stream().map(image -> known(rows, image)).toArray(float[][]::new))) {
            order.add(ready.get(row));
        }
        order.addAll(random(pool));
        keep(model.get().described(), model.get().version(), pool, predicted, List.copyOf(order));
    }

    private static <T> T known(Map<String, T> rows, StoredImage image) {
        T row = rows.get(image.path());
        if (row == null) {
            throw new IllegalStateException("no row of " + image.path());
        }
        return row;
    }

    private boolean isOf(PoolModel model, List<StoredImage> pool) {
        return workspace.findings().lastRun(CHECK).equals(Optional.of(check(model.described(), model.version(), pool)));
    }

    private static FindingCheck check(String described, String version, List<StoredImage> pool) {
        return new FindingCheck(CHECK, VERSION, described + OF + version + OF + digest(pool));
    }

    private static String digest(List<StoredImage> pool) {
        String text = pool.stream()
                .map(image -> image.path() + "\t" + image.sha256() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return ContentHash.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By a number that each content has for good, so that an order stays the same when others join; copies last. */
    private static List<StoredImage> random(List<StoredImage> pool) {
        List<StoredImage> shuffled = pool.stream()
                .sorted(Comparator.comparingLong((StoredImage image) -> number(image.sha256()))
                        .thenComparing(StoredImage::path))
                .toList();
        Set<String> contents = new HashSet<>();
        List<StoredImage> copies = new ArrayList<>();
        List<StoredImage> order = new ArrayList<>();
        shuffled.forEach(image -> (contents.add(image.sha256()) ? order : copies).add(image));
        order.addAll(copies);
        return order;
    }

    private static long number(String sha256) {
        return RandomStream.of(SEED, "pool", Long.parseUnsignedLong(sha256.substring(0, DIGITS), 16))
                .nextLong();
    }

    private void keep(
            String described,
            String version,
            List<StoredImage> pool,
            Map<String, double[]> predicted,
            List<StoredImage> order) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> contents = new HashMap<>();
        for (StoredImage image : order) {
            contents.put(image.path(), image.sha256());
            int rank = findings.size() + 1;
            findings.add(finding(image, rank, (double) (rank - 1) / order.size(), described, predicted));
        }
        workspace.findings().replace(check(described, version, pool), findings, contents);
    }

    private static Finding finding(
            StoredImage image, int rank, double place, String described, Map<String, double[]> predicted) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("order", described);
        double[] row = predicted.get(image.path());
        OptionalInt likely = OptionalInt.empty();
        double score = place;
        if (row != null) {
            int best = 0;
            for (int c = 1; c < row.length; c++) {
                best = row[c] > row[best] ? c : best;
            }
            likely = OptionalInt.of(best);
            score = UsefulOrder.margin(row);
            evidence.put("p_predicted", row[best]);
            evidence.put("margin", score);
        }
        return new Finding(
                Finding.idOf(FindingKind.UNLABELED, VERSION, image.sha256(), image.path()),
                FindingKind.UNLABELED,
                rank,
                score,
                image.path(),
                Optional.of(Part.POOL),
                OptionalInt.empty(),
                likely,
                evidence);
    }
}
