package io.drydock.core.data;

import io.drydock.core.csv.CsvTable;
import java.util.List;

/** What the user should know of how a CSV was read. Safe for use by many threads. */
final class CsvNotes {
    private CsvNotes() {}

    static List<ImportNote> of(CsvTable table) {
        if (table.cleaned().isEmpty()) {
            return List.of();
        }
        int lines = table.cleaned().size();
        return List.of(new ImportNote(
                "cleaned_values",
                lines,
                table.source() + ": values on " + (lines == 1 ? "1 line" : lines + " lines")
                        + " had NUL characters, or no-break spaces or zero-width characters around them (first: line "
                        + table.cleaned().get(0) + "). They are read without these.",
                table.cleaned().stream().map(line -> "line " + line).toList()));
    }

    static ImportNote oneHot(CsvTable table, OneHot oneHot) {
        List<String> names = oneHot.names(table);
        return new ImportNote(
                "one_hot",
                Math.max(1, table.rows().size()),
                table.source() + ": the " + names.size() + " columns of 0 and 1 are read as classes ("
                        + String.join(
                                ", ", names.stream().limit(ImportNote.SHOWN).toList())
                        + (names.size() > ImportNote.SHOWN ? ", ..." : "")
                        + "): each row has one 1. If one column holds the labels, name it with --label-column.",
                names);
    }
}
