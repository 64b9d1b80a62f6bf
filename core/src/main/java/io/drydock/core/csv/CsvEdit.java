package io.drydock.core.csv;

import io.drydock.core.error.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes single values, takes out rows and adds some at the end of a CSV; every other character stays as it was: separators, quotes, line
 * ends, spaces, blank lines. For one thread at a time.
 */
public final class CsvEdit {
    private final String text;
    private final char separator;
    private final Map<Long, CsvSpan> spans = new HashMap<>();
    private final Map<CsvSpan.Field, String> replaced = new HashMap<>();
    private final Map<Long, SortedMap<Integer, String>> added = new HashMap<>();
    private final Map<Long, Boolean> removed = new HashMap<>();
    private final List<CsvSpan> all = new ArrayList<>();
    private final StringBuilder appended = new StringBuilder();

    /**
     * @param table the same text as rows
     * @throws DataException if the text cannot be taken apart as the table was
     */
    public CsvEdit(String text, CsvTable table) {
        this.text = text;
        this.separator = table.layout().separator();
        for (CsvSpan span : CsvSpan.of(text, separator)) {
            if (!span.isBlank(text)) {
                spans.put(span.line(), span);
                all.add(span);
            }
        }
        boolean same = all.size() == table.rows().size() + table.layout().rowsAbove()
                && table.rows().stream().allMatch(row -> matches(row, spans.get(row.line())));
        if (!same) {
            throw new DataException(table.source() + " has quotes in places where a changed value cannot be put back"
                    + " safely. Export without its format: drydock labels export --plain.");
        }
    }

    private boolean matches(CsvRow row, @Nullable CsvSpan span) {
        if (span == null || span.fields().size() != row.fields().size()) {
            return false;
        }
        for (int i = 0; i < row.fields().size(); i++) {
            if (!span.fields().get(i).value(text).equals(row.fields().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Puts another value in place of one; a row that is too short gets the column, and empty ones before it. */
    public void replace(CsvRow row, int column, String value) {
        CsvSpan span = spans.get(row.line());
        if (span == null) {
            return;
        }
        int has = span.fields().size();
        if (column < has) {
            replaced.put(span.fields().get(column), value);
        } else {
            added.computeIfAbsent(row.line(), any -> new TreeMap<>()).put(column - has, value);
        }
    }

    /** Takes a row out with its line end. */
    public void remove(CsvRow row) {
        removed.put(row.line(), true);
    }

    /** Adds a row at the end, with the separator and the line ends of the others and quotes only where needed. */
    public void add(List<String> fields) {
        appended.append(fields.stream()
                        .map(field -> new CsvSpan.Field(0, 0, false).written("", field, separator))
                        .collect(Collectors.joining(String.valueOf(separator))))
                .append(lineEnd());
    }

    private String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
    }

    /** The changed text. */
    @Override
    public String toString() {
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (CsvSpan span : all) {
            if (removed.containsKey(span.line())) {
                changed.append(text, at, span.start());
                at = span.end();
                continue;
            }
            for (CsvSpan.Field field : span.fields()) {
                String value = replaced.get(field);
                if (value != null) {
                    changed.append(text, at, field.start()).append(field.written(text, value, separator));
                    at = field.end();
                }
            }
            SortedMap<Integer, String> more = added.get(span.line());
            if (more != null) {
                CsvSpan.Field last = span.fields().get(span.fields().size() - 1);
                changed.append(text, at, last.end());
                at = last.end();
                CsvSpan.Field empty = new CsvSpan.Field(at, at, false);
                for (int i = 0; i <= more.lastKey(); i++) {
                    changed.append(separator).append(empty.written(text, more.getOrDefault(i, ""), separator));
                }
            }
        }
        changed.append(text, at, text.length());
        char last = changed.isEmpty() ? '\n' : changed.charAt(changed.length() - 1);
        if (!appended.isEmpty() && last != '\n' && last != '\r') {
            changed.append(lineEnd());
        }
        return changed.append(appended).toString();
    }
}
