package io.drydock.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A CSV in memory. Reads UTF-8, or UTF-16 with or without byte-order mark, or an encoding that the options name; comma, semicolon, tab
 * or bar; Excel's line {@code sep=;}; LF, CRLF or CR; quoted fields. Blank lines do not count, nor do spaces and characters
 * that nobody sees around values.
 *
 * @param source file name for messages
 * @param header names of the columns; 1, 2, ... where the file has no header
 * @param layout how the rows are written
 * @param cleaned lines with a value that had NUL characters, or no-break spaces or zero-width characters around it
 */
public record CsvTable(String source, List<String> header, List<CsvRow> rows, CsvLayout layout, List<Long> cleaned) {
    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        cleaned = List.copyOf(cleaned);
    }

    /**
     * Reads a file with a header, its form recognized.
     *
     * @throws DataException if it is missing, empty, not text, has an unclosed quote, or two columns of one name
     */
    public static CsvTable read(Path file) {
        return read(file, CsvOptions.automatic());
    }

    /** Reads a file that is written as the options say. */
    public static CsvTable read(Path file, CsvOptions options) {
        return parse(String.valueOf(file.getFileName()), CsvBytes.ofFile(file), options);
    }

    /** Reads the bytes of a file. */
    public static CsvTable parse(String source, byte[] bytes, CsvOptions options) {
        return parse(source, CsvBytes.decode(source, bytes, options).text(), options);
    }

    /** Reads text with a header, its form recognized. */
    public static CsvTable parse(String source, String text) {
        return parse(source, text, CsvOptions.automatic());
    }

    /**
     * Reads text.
     *
     * @param source what to call it in messages
     */
    public static CsvTable parse(String source, String text, CsvOptions options) {
        CsvLayout layout = CsvLayout.of(text, options);
        List<CsvRow> rows = new ArrayList<>();
        List<Long> cleaned = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                CsvRow row = row(record, cleaned);
                if (!row.fields().stream().allMatch(String::isEmpty)) {
                    rows.add(row);
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
        int above = layout.rowsAbove();
        int atLeast = Math.max(1, above);
        if (rows.size() < atLeast) {
            throw new DataException(source + " is empty. It needs a header line, such as image,label, and rows.");
        }
        List<String> header = layout.header()
                ? rows.get(above - 1).fields()
                : numbered(rows.get(Math.min(above, rows.size() - 1)).fields().size());
        requireDistinct(source, header);
        return new CsvTable(source, header, rows.subList(above, rows.size()), layout, cleaned);
    }

    private static CsvRow row(CsvRecord record, List<Long> cleaned) {
        List<String> fields = new ArrayList<>(record.getFieldCount());
        boolean hidden = false;
        for (String raw : record.getFields()) {
            String value = CsvValue.of(raw);
            hidden |= CsvValue.hidesSomething(raw, value);
            fields.add(value);
        }
        if (hidden) {
            cleaned.add(record.getStartingLineNumber());
        }
        return new CsvRow(record.getStartingLineNumber(), fields);
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
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
