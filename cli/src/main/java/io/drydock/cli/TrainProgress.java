package io.drydock.cli;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells a training's events to people: one line an epoch and, on a terminal, a bar with loss, rate, images a second and
 * time left. For one thread at a time.
 */
final class TrainProgress implements RunListener {
    private static final int BAR_WIDTH = 20;
    private static final long REDRAW_NANOS = 150_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private int epochs;
    private long lastNanos;
    private int drawn;

    TrainProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
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
            draw(String.format(
                    Locale.ROOT,
                    "epoch %d/%d %s %s  loss %.3f  rate %.1e  %s img/s  %s left",
                    step.epoch(),
                    epochs,
                    step.stage().key(),
                    bar((double) step.step() / Math.max(1, step.steps())),
                    step.loss(),
                    step.rate(),
                    rate(step.imagesPerSecond()),
                    duration(step.secondsLeft())));
        }
    }

    private void progress(RunEvent.Progress progress) {
        if (due(progress.done() >= progress.total())) {
            draw(String.format(
                    Locale.ROOT,
                    "%s %s %,d/%,d",
                    progress.what(),
                    bar((double) progress.done() / Math.max(1, progress.total())),
                    progress.done(),
                    progress.total()));
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
        if (!terminal || (!last && now - lastNanos < REDRAW_NANOS)) {
            return false;
        }
        lastNanos = now;
        return true;
    }

    private void draw(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        err.flush();
        drawn = text.length();
    }

    private void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }

    private void line(String text) {
        clear();
        err.println(text);
    }

    private static String bar(double share) {
        int filled = (int) Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
        return "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
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
