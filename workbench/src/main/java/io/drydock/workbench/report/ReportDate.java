package io.drydock.workbench.report;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a page was made, in words. Safe for use by many threads. */
public final class ReportDate {
    private ReportDate() {}

    /** {@code 24 November 2026, 12:31}. */
    public static String of(Clock clock) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).format(LocalDateTime.now(clock));
    }
}
