package io.drydock.workbench.train;

import io.drydock.core.run.RunEvent;
import io.drydock.core.run.RunListener;
import io.drydock.workbench.json.EventJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workspace.run.MetricsLog;
import io.drydock.workspace.run.RunDetails;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStore;

/** Writes a training's events to the run's log and its progress to the list of runs. For one thread at a time. */
final class RunRecorder implements RunListener, AutoCloseable {
    private final RunStore runs;
    private final RunFolder run;
    private final MetricsLog log;
    private RunDetails details;
    private double secondsBefore;
    private final long startNanos = System.nanoTime();

    RunRecorder(RunStore runs, RunFolder run) {
        this.runs = runs;
        this.run = run;
        this.log = run.openMetrics();
        this.details = runs.entry(run).details();
        this.secondsBefore = details.trainSeconds();
    }

    @Override
    public void accept(RunEvent event) {
        if (!(event instanceof RunEvent.Progress)) {
            log.append(JsonText.line(EventJson.of(event)));
        }
        if (event instanceof RunEvent.EpochEnded epoch) {
            details = details.withProgress(epoch.epoch(), seconds());
            runs.update(run, details);
        }
    }

    /** Wall seconds of training, all sittings together. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
    }

    /** Notes what the run ended with. */
    void result(RunDetails ended) {
        details = ended;
        runs.update(run, details);
    }

    RunDetails details() {
        return details;
    }

    @Override
    public void close() {
        log.close();
    }
}
