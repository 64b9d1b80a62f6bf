package io.drydock.cli;

import io.drydock.workbench.Progress;
import io.drydock.workbench.WorkspaceFolder;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Results. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Progress and messages. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Folder of the workspace meant: {@code -w}, or the nearest one from the current folder upward. */
    Path workspace() {
        return WorkspaceFolder.locate(global.workspaceFolder(), Path.of(""));
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
        return Terminal.present() ? new ProgressBar(err()) : Progress.NONE;
    }

    /** A bar on a terminal, a line a step elsewhere: for jobs of minutes. */
    Progress steps() {
        return Terminal.present() ? new ProgressBar(err()) : new StepLines(err());
    }

    CommandSpec spec() {
        return spec;
    }
}
