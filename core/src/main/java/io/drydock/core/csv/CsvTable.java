package io.drydock.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV with a header line, in memory. Reads UTF-8 or UTF-16 with or without byte-order mark; comma, semicolon or tab, as
 * the header has it; LF, CRLF or CR; quoted fields; blank lines and spaces around values do not count.
 *
 * @param source file name for messages
 */
public record CsvTable(String source, List<String> header, List<CsvRow> rows) {
    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it is missing, empty, not text, has an unclosed quote, or two columns of one name
     */
    public static CsvTable read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no file " + file + ". Check the path.");
        }
        try {
            return parse(name, CsvBytes.decode(name, Files.readAllBytes(file)).text());
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads text.
     *
     * @param source what to call it in messages
     */
    public static CsvTable parse(String source, String text) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                List<String> fields =
                        record.getFields().stream().map(String::strip).toList();
                if (!fields.stream().allMatch(String::isEmpty)) {
                    rows.add(new CsvRow(record.getStartingLineNumber(), fields));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            long after = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).line();
            throw new DataException(
                    source + " is not a CSV after line " + after + ": " + reason(e)
                            + " Look for a quote (\") that is not closed.",
                    e);
        } catch (IOException e) {
            throw new DataException(source + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (rows.isEmpty()) {
            throw new DataException(source + " is empty. It needs a header line, such as image,label, and rows.");
        }
        List<String> header = rows.get(0).fields();
        requireDistinct(source, header);
        return new CsvTable(source, header, rows.subList(1, rows.size()));
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() + (String.valueOf(cause.getMessage()).endsWith(".") ? "" : ".");
    }

    private static void requireDistinct(String source, List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new DataException(source + " has two columns named \"" + column + "\" (columns: "
                        + String.join(", ", header) + "). Rename one of them.");
            }
        }
    }

    /** The separator that a text uses, by its first line. */
    static char separator(String text) {
        int end = 0;
        while (end < text.length() && (end == 0 || (text.charAt(end) != '\n' && text.charAt(end) != '\r'))) {
            end++;
        }
        String first = text.substring(0, end);
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /**
     * Position of a column: by its exact name, else by the only one that differs in case alone.
     *
     * @throws DataException if there is none, naming the columns and the nearest
     */
    public int column(String name) {
        int exact = header.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        List<String> same = header.stream().filter(name::equalsIgnoreCase).toList();
        if (same.size() == 1) {
            return header.indexOf(same.get(0));
        }
        throw new DataException(source + " has no column \"" + name + "\". Its columns are " + String.join(", ", header)
                + "." + Suggestion.didYouMean(name, header));
    }

    /** The message with file and line in front. */
    public String at(CsvRow row, String message) {
        return source + " line " + row.line() + ": " + message;
    }
}
