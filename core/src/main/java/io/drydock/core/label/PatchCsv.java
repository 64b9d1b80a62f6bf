package io.drydock.core.label;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Patches as CSV: {@code image,sha256,action,old,new,by,at,why,score}. Safe for use by many threads. */
public final class PatchCsv {
    private static final List<String> COLUMNS =
            List.of("image", "sha256", "action", "old", "new", "by", "at", "why", "score");

    private PatchCsv() {}

    /** The text of the file. */
    public static String text(LabelPatch patch) {
        CsvText csv = new CsvText();
        csv.row(COLUMNS);
        for (PatchRow row : patch.rows()) {
            csv.row(
                    row.image(),
                    row.sha256(),
                    row.action().key(),
                    row.oldLabel().orElse(""),
                    row.newLabel().orElse(""),
                    row.signature().by(),
                    row.signature().at().toString(),
                    row.signature().why(),
                    row.score().isPresent() ? Double.toString(row.score().getAsDouble()) : "");
        }
        return csv.toString();
    }

    /**
     * Reads a patch.
     *
     * @throws DataException if a column is missing, or a row is no decision, naming the line
     */
    public static LabelPatch read(Path file) {
        return parse(CsvTable.read(file));
    }

    /** Reads a table already in memory. */
    public static LabelPatch parse(CsvTable table) {
        int[] columns = COLUMNS.stream().mapToInt(table::column).toArray();
        List<PatchRow> rows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            String[] fields = Arrays.stream(columns).mapToObj(row::field).toArray(String[]::new);
            rows.add(row(table, row, fields));
        }
        return new LabelPatch(rows);
    }

    private static PatchRow row(CsvTable table, CsvRow row, String[] fields) {
        if (fields[0].isEmpty()) {
            throw new DataException(table.at(row, "the row names no image."));
        }
        Action action = action(table, row, fields[2]);
        if ((action == Action.RELABEL || action == Action.DUPLICATE_OF) && fields[4].isEmpty()) {
            throw new DataException(table.at(
                    row,
                    "\"" + action.key() + "\" needs a value in column new: "
                            + (action == Action.RELABEL ? "a class code." : "the image that stays.")));
        }
        return new PatchRow(
                fields[0],
                fields[1],
                action,
                Optional.of(fields[3]).filter(value -> !value.isEmpty()),
                Optional.of(fields[4]).filter(value -> !value.isEmpty()),
                new Signature(fields[5], time(table, row, fields[6]), fields[7]),
                score(table, row, fields[8]));
    }

    private static Action action(CsvTable table, CsvRow row, String text) {
        List<String> known = Arrays.stream(Action.values())
                .filter(Action::isDecision)
                .map(Action::key)
                .toList();
        if (!known.contains(text)) {
            throw new DataException(table.at(
                    row,
                    "\"" + text + "\" is none of the actions " + String.join(", ", known) + "."
                            + Suggestion.didYouMean(text, known)));
        }
        return Action.of(text);
    }

    private static Instant time(CsvTable table, CsvRow row, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new DataException(
                    table.at(row, "\"" + text + "\" in column at is no time such as 2026-03-01T12:00:00Z."), e);
        }
    }

    private static OptionalDouble score(CsvTable table, CsvRow row, String text) {
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new DataException(table.at(row, "\"" + text + "\" in column score is no number."), e);
        }
    }
}
