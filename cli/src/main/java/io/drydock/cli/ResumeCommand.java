package io.drydock.cli;

import io.drydock.core.run.RunListener;
import io.drydock.workbench.ResumeRun;
import io.drydock.workbench.TrainModel;
import io.drydock.workbench.run.ResumableRuns;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock resume}. For one thread at a time. */
@Command(name = "resume", description = "Go on with a run that was stopped or killed, to the same weights.")
final class ResumeCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "Folder name, number, or latest; without it the only run that can be resumed.")
    private @Nullable String run;

    @Override
    void run() {
        Path workspace = pictures();
        String chosen = run == null ? ResumableRuns.only(workspace) : run;
        RunListener listener = training();
        try (Interruption interruption = new Interruption()) {
            TrainModel.Result result =
                    new ResumeRun().run(new ResumeRun.Request(workspace, chosen, interruption.signal()), listener);
            if (!json()) {
                out().print(TrainText.of(result));
            }
        }
    }
}
