package io.drydock.bench;

import io.drydock.core.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All measurements of a run, ours with the ratio of medians to the peer's line that each is held against. */
final class SpeedTable {
    private SpeedTable() {}

    static String of(List<Measurement> all) {
        TextTable table =
                new TextTable("engine", "model", "size", "batch", "what", "variant", "median", "best", "ratio", "to");
        for (Measurement line : all) {
            Optional<Measurement> peer = line.isOurs() ? Variant.peerOf(line, all) : Optional.empty();
            table.row(
                    line.engine(),
                    line.model(),
                    line.size(),
                    line.batch() == 0 ? "" : Integer.toString(line.batch()),
                    line.what(),
                    line.variant(),
                    number("%.1f", line.median()),
                    number("%.1f", line.best()),
                    peer.map(other -> number("%.2f", line.median() / other.median()))
                            .orElse(""),
                    peer.map(other -> other.what() + " " + other.variant()).orElse(""));
        }
        return "Images a second\n" + table;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
