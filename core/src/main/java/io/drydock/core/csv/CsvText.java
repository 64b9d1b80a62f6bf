package io.drydock.core.csv;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

/**
 * Builds CSV text: comma, LF, UTF-8 without byte-order mark when written out, quotes only where needed. The same rows
 * give the same bytes everywhere. For one thread at a time.
 */
public final class CsvText {
    private final StringBuilder text = new StringBuilder();

    public CsvText row(String... fields) {
        return row(Arrays.asList(fields));
    }

    public CsvText row(Collection<String> fields) {
        Iterator<String> each = fields.iterator();
        boolean first = true;
        boolean alone = fields.size() == 1;
        while (each.hasNext()) {
            if (!first) {
                text.append(',');
            }
            first = false;
            append(each.next(), alone);
        }
        text.append('\n');
        return this;
    }

    private void append(String field, boolean alone) {
        boolean quoted = field.isEmpty() ? alone : !field.equals(field.strip());
        for (int i = 0; i < field.length() && !quoted; i++) {
            char c = field.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t';
        }
        if (quoted) {
            text.append('"').append(field.replace("\"", "\"\"")).append('"');
        } else {
            text.append(field);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
