package io.drydock.bench.review;

import io.drydock.core.finding.FindingKind;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.ReviewQueue;
import io.drydock.workbench.review.BrowseFilter;
import io.drydock.workbench.review.BrowseSort;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ReviewFilter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Times the queue, the grid and decisions over 10,000 and 100,000 rows. Arguments: row counts. For one thread at a
 * time.
 */
public final class ReviewStudy {
    private static final int REPEATS = 7;
    private static final int BULK = 1000;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final int rows;

    private ReviewStudy(PrintStream out, int rows) {
        this.out = out;
        this.rows = rows;
    }

    /** Prints a line a measurement: rows, what, first time, median of the later ones. */
    public static void main(String[] args) throws IOException {
        int[] counts = args.length == 0
                ? new int[] {10_000, 100_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int rows : counts) {
            new ReviewStudy(System.out, rows).run();
        }
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("review");
        Path images = Files.createDirectories(folder.resolve("images"));
        MadeSet.of(folder.resolve("work"), images, rows);
        ImageIndex[] index = new ImageIndex[1];
        time("open and first look", 1, () -> {
            index[0] = ImageIndex.open(folder.resolve("work"));
            index[0].now();
        });
        ReviewQueue queue = new ReviewQueue(index[0]);
        BrowseImages grid = new BrowseImages(index[0]);
        DecideLabels decide = new DecideLabels(index[0]);
        time("queue, 50 of all", REPEATS, () -> queue.run(ReviewFilter.open(), 0, 50));
        time(
                "queue filtered by kind, cell and part",
                REPEATS,
                () -> queue.run(
                        ReviewFilter.open()
                                .withKinds(Set.of(FindingKind.LABEL_ISSUE))
                                .withCell("1", "5")
                                .withPart("train"),
                        0,
                        50));
        time("grid, 200 from the middle", REPEATS, () -> grid.run(BrowseImages.Request.all(), rows / 2, 200));
        time(
                "grid sorted by grayness, filtered by class",
                REPEATS,
                () -> grid.run(
                        BrowseImages.Request.all()
                                .withFilter(BrowseFilter.all().withLabel("2"))
                                .withSort(BrowseSort.GRAYNESS, true),
                        0,
                        200));
        time(
                "ids of all, sorted by score",
                REPEATS,
                () -> grid.ids(BrowseImages.Request.all().withSort(BrowseSort.SCORE, false)));
        time(
                "details of one",
                REPEATS,
                () -> grid.details(grid.id("ships/0000042.jpg").orElseThrow(), Optional.empty()));
        decisions(queue, decide);
    }

    private void decisions(ReviewQueue queue, DecideLabels decide) {
        List<String> open = queue.paths(ReviewFilter.open()).images();
        int[] at = new int[1];
        time("keep one", 50, () -> decide.run(DecideLabels.Request.keep(List.of(open.get(at[0]++)))));
        time("keep one, then the queue", 20, () -> {
            decide.run(DecideLabels.Request.keep(List.of(open.get(at[0]++))));
            queue.run(ReviewFilter.open(), 0, 2);
        });
        time("bulk relabel of 1,000", REPEATS, () -> {
            List<String> some = open.subList(at[0], at[0] + BULK);
            at[0] += BULK;
            decide.run(DecideLabels.Request.relabel(some, "3").withYes(true));
        });
        time("queue after it", 1, () -> queue.run(ReviewFilter.open(), 0, 50));
        time("undo of 1,000", REPEATS, () -> decide.undo(1, "bench", ""));
        time("queue after undo", 1, () -> queue.run(ReviewFilter.open(), 0, 50));
    }

    private void time(String what, int repeats, Runnable work) {
        double[] millis = new double[repeats];
        double[] walls = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            work.run();
            millis[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
            walls[i] = (System.nanoTime() - wall) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        Arrays.sort(walls);
        out.printf(
                Locale.ROOT,
                "%,9d rows  %-45s thread time: first %8.1f ms  median %8.1f ms  worst %8.1f ms   clock: median %8.1f"
                        + " ms%n",
                rows,
                what,
                first,
                millis[repeats / 2],
                millis[repeats - 1],
                walls[repeats / 2]);
    }
}
