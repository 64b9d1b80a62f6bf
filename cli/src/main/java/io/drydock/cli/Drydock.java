package io.drydock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line: without a verb it prints what verbs there are. For one thread at a time. */
@Command(
        name = "drydock",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "A workbench for image classification on your own machine.",
        footer = {"", "drydock VERB --help tells what a verb takes. Start with: drydock demo"},
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            InspectCommand.class,
            AuditCommand.class,
            DuplicatesCommand.class,
            ShiftCommand.class,
            MapCommand.class,
            SplitCommand.class,
            PreviewCommand.class,
            TrainCommand.class,
            ResumeCommand.class,
            LearningRateCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            CompareCommand.class,
            EvaluateCommand.class,
            ReviewCommand.class,
            LabelsCommand.class,
            PredictCommand.class,
            SubmitCommand.class,
            SubmissionsCommand.class,
            ExportCommand.class,
            ModelsCommand.class,
            StudioCommand.class,
            WeightsCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        })
final class Drydock implements Runnable {
    @Spec
    private CommandSpec spec;

    Drydock() {
        this.spec = CommandSpec.create();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
