package io.drydock.bench.remaining;

import io.drydock.explore.label.LabelEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code make study-remaining [SETS=200]}: plants wrong labels in simulated sets of 800 images, reviews them, and counts how often
 * the interval of remaining wrong labels holds. Sets come from recorded out-of-fold probabilities of the ships, and from
 * features that are drawn. Arguments: the CSV of recorded probabilities, and how many sets of each kind.
 */
public final class RemainingStudy {
    static final int IMAGES = 800;
    static final double DISTANCE = 3.5;
    /** Lower seeds served to choose the parameters of the estimate, and say nothing of how it holds. */
    private static final int FIRST_SEED = 1000;

    private static final double[] SHARES = {0, 0.01, 0.05, 0.2};

    /** Looks, and every which of them at random. */
    private static final int[][] REVIEWS = {{0, 0}, {50, 3}, {150, 3}, {50, 0}, {150, 0}};

    private RemainingStudy() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        LabelEvidence ships = read(Path.of(arguments[0]));
        int sets = Integer.parseInt(arguments[1]);
        System.out.println("| set | errors | no verdict | 50, a third at random | 150, a third at random"
                + " | 50 by rank | 150 by rank |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String kind : List.of("ships", "drawn")) {
            for (Errors errors : Errors.values()) {
                for (double share : SHARES) {
                    List<SimulatedSet> simulated = IntStream.range(FIRST_SEED, FIRST_SEED + sets)
                            .parallel()
                            .mapToObj(seed -> kind.equals("ships")
                                    ? SimulatedSet.recorded(ships, IMAGES, errors, share, seed)
                                    : SimulatedSet.drawn(IMAGES, DISTANCE, errors, share, seed))
                            .toList();
                    System.out.println(row(kind, errors, share, simulated));
                }
            }
        }
    }

    private static String row(String kind, Errors errors, double share, List<SimulatedSet> sets) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT, "| %s | %s, %.0f %% |", kind, errors.name().toLowerCase(Locale.ROOT), 100 * share));
        for (int[] review : REVIEWS) {
            Coverage coverage = Coverage.of(sets, review[0], review[1]);
            row.append(String.format(Locale.ROOT, " %.0f %% (%.0f) |", 100 * coverage.share(), coverage.width()));
        }
        return row.toString();
    }

    /**
     * Reads recorded probabilities: a header, then image, label from 1, and a column a class.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    static LabelEvidence read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            int[] labels = new int[lines.size() - 1];
            double[][] probabilities = new double[labels.length][];
            for (int i = 0; i < labels.length; i++) {
                List<String> fields = List.of(lines.get(i + 1).split(",", -1));
                labels[i] = Integer.parseInt(fields.get(1)) - 1;
                double[] row =
                        fields.stream().skip(2).mapToDouble(Double::parseDouble).toArray();
                double sum =
                        IntStream.range(0, row.length).mapToDouble(c -> row[c]).sum();
                probabilities[i] = IntStream.range(0, row.length)
                        .mapToDouble(c -> row[c] / sum)
                        .toArray();
            }
            return new LabelEvidence(labels, probabilities);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
