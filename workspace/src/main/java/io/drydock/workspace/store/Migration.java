package io.drydock.workspace.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One step of the schema: the SQL that brings version {@code number - 1} to {@code number}.
 *
 * @param number version after this step, from 1
 * @param name file it stands in, for messages
 * @param sql statements, each ended by a semicolon at the end of a line
 */
public record Migration(int number, String name, String sql) {
    private static final List<String> FILES = List.of(
            "0001-start.sql",
            "0002-journal.sql",
            "0003-finding.sql",
            "0004-finding-others.sql",
            "0005-journal-version.sql",
            "0006-csv-options.sql",
            "0007-pool.sql");

    /** The steps of this program, in order. */
    public static List<Migration> all() {
        List<Migration> steps = new ArrayList<>();
        for (String file : FILES) {
            steps.add(new Migration(Integer.parseInt(file.substring(0, 4)), file, text(file)));
        }
        return List.copyOf(steps);
    }

    private static String text(String file) {
        try (InputStream in = Migration.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("migration " + file + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements one by one, because SQLite's driver runs only the first of several. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : sql.lines().toList()) {
            String code = line.strip();
            if (code.isEmpty() || code.startsWith("--")) {
                continue;
            }
            current.append(line).append('\n');
            if (code.endsWith(";") && complete(current.toString(), code)) {
                statements.add(current.toString());
                current.setLength(0);
            }
        }
        if (!current.isEmpty()) {
            statements.add(current.toString());
        }
        return statements;
    }

    private static boolean complete(String statement, String lastLine) {
        boolean trigger = statement.strip().toUpperCase(Locale.ROOT).startsWith("CREATE TRIGGER");
        return !trigger || lastLine.equalsIgnoreCase("END;");
    }
}
