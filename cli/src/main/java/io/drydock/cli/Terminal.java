package io.drydock.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether a person watches, and how wide the window is. Safe for use by many threads. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST = 20;
    private static final int PATIENCE_SECONDS = 2;

    private Terminal() {}

    /** Whether standard output and error go to a terminal that can redraw a line. */
    @SuppressWarnings(
            "SystemConsoleNull") // the launchers set jdk.console=java.base, so later Java versions answer as 17 does
    static boolean present() {
        return System.console() != null && System.getenv("CI") == null && !"dumb".equals(System.getenv("TERM"));
    }

    /** Columns of the window: as {@code stty} says, else the variable COLUMNS, else 80. */
    static int columns() {
        return ofTerminal()
                .or(() -> Optional.ofNullable(System.getenv("COLUMNS")).flatMap(Terminal::number))
                .orElse(USUAL_COLUMNS);
    }

    private static Optional<Integer> ofTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return Optional.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            return size.length == 2 ? number(size[1]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= FEWEST)
                : Optional.empty();
    }
}
