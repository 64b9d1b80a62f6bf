package io.drydock.workbench;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.core.run.RunListener;
import io.drydock.network.source.HubWeights;
import io.drydock.train.device.Devices;
import io.drydock.workbench.config.PlanMapper;
import io.drydock.workbench.config.TrainPlan;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.train.StartingWeights;
import io.drydock.workbench.train.StopSignal;
import io.drydock.workbench.train.Training;
import io.drydock.workbench.train.TrainingImages;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunEntry;
import io.drydock.workspace.run.RunFolder;
import io.drydock.workspace.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code drydock resume}: takes up a run that was stopped or killed, from its last checkpoint, on the labels it began with,
 * to the very weights of a run that never stopped. For one thread at a time.
 */
public final class ResumeRun {
    /**
     * What to take up.
     *
     * @param run name, number or {@code latest}
     * @param stop ends it again, resumable
     */
    public record Request(Path workspace, String run, StopSignal stop) {
        public Request(Path workspace, String run) {
            this(workspace, run, new StopSignal());
        }
    }

    /**
     * Goes on to the end.
     *
     * @throws ConfigException if the run came to its end already, or the device it was begun on is not here
     * @throws WorkspaceException if it is unknown, never began, or is being trained
     */
    public TrainModel.Result run(Request request, RunListener events) {
        Workspace workspace = Workspace.open(request.workspace());
        RunFolder run = workspace.runs().resolve(request.run());
        RunEntry entry = workspace.runs().entry(run);
        if (entry.status() == RunStatus.DONE) {
            throw new ConfigException("Run " + run.name()
                    + " came to its end; there is nothing to resume. Train on from it by drydock train --from "
                    + run.id()
                    + ".");
        }
        requireCheckpoint(run, entry);
        RunCard card = RunDocument.card(run);
        TrainPlan plan = PlanMapper.plan(RunDocument.config(run), run.runJson().toString());
        requireDevice(run, plan.config().machine().device());
        workspace.runs().resume(run);
        try {
            TrainingImages images = TrainingImages.of(workspace, plan.data(), card.journalPosition());
            StartingWeights start = StartingWeights.load(
                    workspace, plan.config(), plan.data().from(), card.classes(), HubWeights.ofEnvironment());
            Training.prepare(workspace, plan, images, start, events, request.stop())
                    .run(run, card, events, request.stop());
        } catch (RuntimeException e) {
            if (workspace.runs().entry(run).status() == RunStatus.RUNNING) {
                workspace.runs().finish(run, RunStatus.INTERRUPTED, String.valueOf(e.getMessage()));
            }
            throw e;
        }
        return new TrainModel.Result(RunSummary.of(workspace.runs().entry(run)), run.path());
    }

    /** A run that has finished epochs and has no checkpoint lost it; only one killed in its first epoch never had any. */
    private static void requireCheckpoint(RunFolder run, RunEntry entry) {
        int epochs = entry.details().epochsDone();
        if (epochs > 1 && !Files.exists(run.checkpoint())) {
            throw new WorkspaceException("Run " + run.name() + " has trained " + epochs
                    + " epochs, and their checkpoint "
                    + run.checkpoint() + " is gone. It cannot be resumed without: put the folder back from a copy, or"
                    + " train anew by drydock train --config " + run.runJson() + ".");
        }
    }

    private static void requireDevice(RunFolder run, Device device) {
        try {
            Devices.resolve(device);
        } catch (ConfigException notHere) {
            throw new ConfigException(
                    "Run " + run.name() + " was begun with --device " + device.key()
                            + ", which cannot be used here, and"
                            + " only there goes on to the same weights. Begin it anew by drydock train --config "
                            + run.runJson() + " --device cpu.",
                    notHere);
        }
    }
}
