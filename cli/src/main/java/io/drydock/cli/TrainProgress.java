package io.drydock.cli;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.core.text.VisibleText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells a training's events to people: one line an epoch and, on a terminal, a bar with loss, rate, images a second and
 * time left. For one thread at a time.
 */
final class TrainProgress implements RunListener {
    private static final int BAR_WIDTH = 20;
    private static final long REDRAW_NANOS = 150_000_000L;

    private final PrintWriter err;
    private final Optional<TerminalLine> bar;
    private int epochs;
    private long lastNanos;

    /** @param columns of the terminal, where there is one */
    TrainProgress(PrintWriter err, OptionalInt columns) {
        this.err = err;
        this.bar = columns.isPresent() ? Optional.of(new TerminalLine(err, columns.getAsInt())) : Optional.empty();
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            started(started);
        } else if (event instanceof RunEvent.Step step) {
            step(step);
        } else if (event instanceof RunEvent.Progress progress) {
            progress(progress);
        } else if (event instanceof RunEvent.EpochEnded epoch) {
            line(epochLine(epoch));
        } else if (event instanceof RunEvent.Noted noted) {
            line("note: " + noted.message());
        } else if (event instanceof RunEvent.Interrupted) {
            clear();
        }
    }

    private void started(RunEvent.Started started) {
        epochs = started.epochs();
        line(String.format(
                Locale.ROOT,
                "%s: %s, recipe %s, %s, split %d, %,d images to train on, %,d to validate, %d threads on %s%s",
                started.run(),
                started.model(),
                started.recipe(),
                started.size(),
                started.split(),
                started.trainImages(),
                started.validImages(),
                started.threads(),
                started.device(),
                started.resumedAtStep() > 0 ? ", resumed at step " + started.resumedAtStep() : ""));
    }

    private void step(RunEvent.Step step) {
        if (due(step.step() == step.steps())) {
            draw(
                    String.format(
                            Locale.ROOT,
                            "epoch %d/%d %s ",
                            step.epoch(),
                            epochs,
                            step.stage().key()),
                    (double) step.step() / Math.max(1, step.steps()),
                    String.format(
                            Locale.ROOT,
                            "  loss %.3f  rate %.1e  %s img/s  %s left",
                            step.loss(),
                            step.rate(),
                            rate(step.imagesPerSecond()),
                            duration(step.secondsLeft())));
        }
    }

    private void progress(RunEvent.Progress progress) {
        if (due(progress.done() >= progress.total())) {
            draw(
                    progress.what() + " ",
                    (double) progress.done() / Math.max(1, progress.total()),
                    String.format(Locale.ROOT, " %,d/%,d", progress.done(), progress.total()));
        }
    }

    private String epochLine(RunEvent.EpochEnded epoch) {
        String head = String.format(
                Locale.ROOT,
                "epoch %d/%d %-8s train loss %.4f",
                epoch.epoch(),
                epochs,
                epoch.stage().key(),
                epoch.trainLoss());
        String valid = Double.isNaN(epoch.validLoss())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  valid loss %.4f  accuracy %.4f  weighted F1 %.4f",
                        epoch.validLoss(),
                        epoch.accuracy(),
                        epoch.weightedF1());
        return head + valid + "  " + duration(epoch.seconds());
    }

    private boolean due(boolean last) {
        long now = System.nanoTime();
        if (bar.isEmpty() || (!last && now - lastNanos < REDRAW_NANOS)) {
            return false;
        }
        lastNanos = now;
        return true;
    }

    private void draw(String before, double share, String after) {
        bar.ifPresent(line -> {
            int columns = Math.min(BAR_WIDTH, line.room() - before.length() - after.length());
            line.draw(before + TerminalLine.bar(Math.max(0, columns), share) + after);
        });
    }

    private void clear() {
        bar.ifPresent(TerminalLine::clear);
    }

    private void line(String text) {
        clear();
        err.println(VisibleText.lines(text));
    }

    private static String rate(double imagesPerSecond) {
        return imagesPerSecond >= 10
                ? String.format(Locale.ROOT, "%,.0f", imagesPerSecond)
                : String.format(Locale.ROOT, "%.1f", imagesPerSecond);
    }

    /** Seconds as people say them: 45 s, 3:05, 1:02:09. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "?";
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 100) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
