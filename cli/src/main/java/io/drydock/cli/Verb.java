package io.drydock.cli;

import io.drydock.core.run.RunListener;
import io.drydock.workbench.Progress;
import io.drydock.workbench.WorkspaceFolder;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all verbs share: the global options, and where results and progress go. For one thread at a time. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class Verb implements Callable<Integer> {
    @Mixin
    private GlobalOptions global = new GlobalOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does the work; what it throws becomes a message and an exit code. */
    abstract void run();

    @Override
    public final Integer call() {
        run();
        out().flush();
        return Main.DONE;
    }

    GlobalOptions global() {
        return global;
    }

    boolean json() {
        return global.json();
    }

    /** Results: text for people with hidden characters escaped, and JSON as it is. */
    PrintWriter out() {
        return json() ? data() : new PrintWriter(new VisibleWriter(data()), true);
    }

    /** Results for programs, such as CSV, which are written as they are. */
    PrintWriter data() {
        return spec.commandLine().getOut();
    }

    /** Messages, with hidden characters escaped. */
    PrintWriter err() {
        return new PrintWriter(new VisibleWriter(spec.commandLine().getErr()), true);
    }

    /** Folder of the workspace meant: {@code -w}, or the nearest one from the current folder upward. */
    Path workspace() {
        return WorkspaceFolder.locate(global.workspaceFolder(), Path.of(""));
    }

    /** The same for a verb that reads or judges pictures: says on standard error which of them changed. */
    Path pictures() {
        Path workspace = workspace();
        ChangedPictures.notice(workspace).ifPresent(notice -> {
            err().println(notice);
            err().flush();
        });
        return workspace;
    }

    /** The nearest workspace from the current folder upward, if any. */
    Optional<Path> nearestWorkspace() {
        return WorkspaceFolder.nearest(Path.of(""));
    }

    /** Counts something in words: {@code 1 image}, {@code 5,314 images}. */
    static String counted(long count, String one) {
        return counted(count, one, one + "s");
    }

    static String counted(long count, String one, String many) {
        return Numbers.of(count, one, many);
    }

    /** A refusal of what was typed, with exit code 2. */
    ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** A bar on a terminal, nothing elsewhere. */
    Progress progress() {
        return Terminal.present() ? bar() : Progress.NONE;
    }

    /** A bar on a terminal, a line a step elsewhere: for jobs of minutes. */
    Progress steps() {
        return Terminal.present() ? bar() : new StepLines(err());
    }

    private ProgressBar bar() {
        return new ProgressBar(spec.commandLine().getErr(), Terminal.columns());
    }

    /** A training's events: one JSON document a line with {@code --json}, else a line an epoch and a bar on a terminal. */
    RunListener training() {
        return json() ? new EventStream(data()) : trainingProgress();
    }

    /** The same for people in any case. */
    RunListener trainingProgress() {
        boolean terminal = Terminal.present();
        return new TrainProgress(
                spec.commandLine().getErr(), terminal ? OptionalInt.of(Terminal.columns()) : OptionalInt.empty());
    }

    CommandSpec spec() {
        return spec;
    }
}
