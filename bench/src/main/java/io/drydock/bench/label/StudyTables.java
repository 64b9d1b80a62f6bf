package io.drydock.bench.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The study's tables in Markdown. For one thread at a time. */
final class StudyTables {
    private final List<String> names = new ArrayList<>();
    private final List<List<Trial>> trials = new ArrayList<>();
    private final int budget;

    StudyTables(int budget) {
        this.budget = budget;
    }

    /** Adds the trials of one kind of noise, one a seed. */
    void add(String name, List<Trial> ofKind) {
        names.add(name);
        trials.add(List.copyOf(ofKind));
    }

    String text() {
        return String.join("\n", precision(), found(), gain(), estimates());
    }

    private String precision() {
        String header = "| noise | planted | " + String.join(" | ", Trial.ORDERS) + " |";
        return table(
                "Average precision",
                header,
                kind -> IntStream.range(0, Trial.ORDERS.size())
                        .mapToObj(order -> spread(kind, trial -> trial.precision()[order], "%.3f"))
                        .collect(Collectors.joining(" | ", planted(kind) + " | ", "")));
    }

    private String found() {
        String header = "| noise | order | "
                + IntStream.rangeClosed(1, budget / 100)
                        .mapToObj(hundred -> (100 * hundred - 99) + "-" + 100 * hundred)
                        .collect(Collectors.joining(" | "))
                + " |";
        StringBuilder text =
                new StringBuilder("Wrong labels found in each hundred looked at\n\n" + header + "\n" + rule(header));
        for (int k = 0; k < names.size(); k++) {
            for (int order = 0; order < Trial.ORDERS.size(); order++) {
                text.append("| ").append(names.get(k)).append(" | ").append(Trial.ORDERS.get(order));
                for (int hundred = 0; hundred < budget / 100; hundred++) {
                    int at = hundred;
                    int of = order;
                    double mean = mean(
                            trials.get(k), trial -> trial.found()[of][at] - (at == 0 ? 0 : trial.found()[of][at - 1]));
                    text.append(String.format(Locale.ROOT, " | %.0f", mean));
                }
                text.append(" |\n");
            }
        }
        return text.toString();
    }

    private String gain() {
        String header = "| noise | before | audit | one model | random |";
        return table(
                "Weighted F1 of the probe against the labels as imported, before and after " + budget + " looks",
                header,
                kind -> spread(kind, Trial::before, "%.3f") + " | " + spread(kind, trial -> trial.after()[0], "%.3f")
                        + " | " + spread(kind, trial -> trial.after()[2], "%.3f") + " | "
                        + spread(kind, trial -> trial.after()[3], "%.3f"));
    }

    private String estimates() {
        String header = "| noise | looked at | left | estimated | mean interval | intervals that hold it |";
        StringBuilder text = new StringBuilder("Wrong labels left\n\n" + header + "\n" + rule(header));
        for (int k = 0; k < names.size(); k++) {
            List<Trial> kind = trials.get(k);
            for (int stage = 0; stage < kind.get(0).estimates().size(); stage++) {
                int at = stage;
                long hold = kind.stream()
                        .filter(trial -> trial.estimates().get(at).holds())
                        .count();
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %.0f | %.0f-%.0f | %d of %d |%n",
                        names.get(k),
                        kind.get(0).estimates().get(at).looked(),
                        mean(kind, trial -> trial.estimates().get(at).left()),
                        mean(kind, trial -> trial.estimates().get(at).value()),
                        mean(kind, trial -> trial.estimates().get(at).low()),
                        mean(kind, trial -> trial.estimates().get(at).high()),
                        hold,
                        kind.size()));
            }
        }
        return text.toString();
    }

    private interface Cells {
        String of(List<Trial> kind);
    }

    private String table(String title, String header, Cells cells) {
        StringBuilder text = new StringBuilder(title + "\n\n" + header + "\n" + rule(header));
        for (int k = 0; k < names.size(); k++) {
            text.append("| ")
                    .append(names.get(k))
                    .append(" | ")
                    .append(cells.of(trials.get(k)))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String rule(String header) {
        return "|" + "---|".repeat((int) header.chars().filter(c -> c == '|').count() - 1) + "\n";
    }

    private static String planted(List<Trial> kind) {
        return String.format(Locale.ROOT, "%.0f", mean(kind, Trial::planted));
    }

    private static double mean(List<Trial> kind, ToDoubleFunction<Trial> value) {
        return kind.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** The mean with the least and the largest. */
    private static String spread(List<Trial> kind, ToDoubleFunction<Trial> value, String format) {
        double least = kind.stream().mapToDouble(value).min().orElse(Double.NaN);
        double largest = kind.stream().mapToDouble(value).max().orElse(Double.NaN);
        return String.format(
                Locale.ROOT, format + " (" + format + "-" + format + ")", mean(kind, value), least, largest);
    }
}
