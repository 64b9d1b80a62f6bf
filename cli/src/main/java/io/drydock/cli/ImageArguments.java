package io.drydock.cli;

import io.drydock.core.error.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Images as they are named on a command line: {@code @FILE} stands for the names in a file, one a line, {@code -} for
 * those of standard input; {@code @@name} is an image whose name begins with {@code @}. Safe for use by many threads.
 */
final class ImageArguments {
    private ImageArguments() {}

    /**
     * The names meant, each once, in order.
     *
     * @throws DataException if a list cannot be read
     */
    static List<String> expand(List<String> arguments, InputStream in) {
        Set<String> names = new LinkedHashSet<>();
        for (String argument : arguments) {
            if (argument.equals("-")) {
                names.addAll(lines(new InputStreamReader(in, StandardCharsets.UTF_8), "standard input"));
            } else if (argument.startsWith("@@")) {
                names.add(argument.substring(1));
            } else if (argument.startsWith("@") && argument.length() > 1) {
                names.addAll(listed(argument.substring(1)));
            } else {
                names.add(argument);
            }
        }
        return List.copyOf(names);
    }

    private static List<String> listed(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new DataException(
                    "There is no file " + file + " with names of images, one a line. An image whose name"
                            + " begins with @ is written @@" + file + ".");
        }
        try {
            return lines(Files.newBufferedReader(path), file);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> lines(InputStreamReader reader, String source) {
        return lines(new BufferedReader(reader), source);
    }

    private static List<String> lines(BufferedReader reader, String source) {
        List<String> names = new ArrayList<>();
        try (reader) {
            String line = reader.readLine();
            while (line != null) {
                String name = line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw new DataException(source + " is no list of names in UTF-8: " + e.getMessage() + ".", e);
        }
        if (names.isEmpty()) {
            throw new DataException(source + " names no image. It needs one a line.");
        }
        return names;
    }
}
