package io.drydock.cli;

import io.drydock.core.run.RunListener;
import io.drydock.workbench.ResumeRun;
import io.drydock.workbench.TrainModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock resume}. For one thread at a time. */
@Command(name = "resume", description = "Go on with a run that was stopped or killed, to the same weights.")
final class ResumeCommand extends Verb {
    @Parameters(paramLabel = "RUN", description = "Folder name, number, or latest.")
    private String run = "";

    @Override
    void run() {
        RunListener listener = training();
        try (Interruption interruption = new Interruption()) {
            TrainModel.Result result =
                    new ResumeRun().run(new ResumeRun.Request(pictures(), run, interruption.signal()), listener);
            if (!json()) {
                out().print(TrainText.of(result));
            }
        }
    }
}
