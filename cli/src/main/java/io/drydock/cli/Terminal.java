package io.drydock.cli;

/** Whether a person watches. Safe for use by many threads. */
final class Terminal {
    private Terminal() {}

    /** Whether standard output and error go to a terminal that can redraw a line. */
    @SuppressWarnings(
            "SystemConsoleNull") // the launchers set jdk.console=java.base, so later Java versions answer as 17 does
    static boolean present() {
        return System.console() != null && System.getenv("CI") == null && !"dumb".equals(System.getenv("TERM"));
    }
}
