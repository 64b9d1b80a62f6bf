package io.drydock.cli;

import io.drydock.core.error.DrydockException;
import io.drydock.core.text.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Entry point of the {@code drydock} command: reads the configuration file, parses, runs one verb, and turns what went
 * wrong into a message and an exit code. Safe for use by many threads.
 */
public final class Main {
    /** The verb did what it was asked. */
    public static final int DONE = 0;
    /** The request was understood and the work failed. */
    public static final int FAILED = 1;
    /** The request or its input is wrong. */
    public static final int WRONG_REQUEST = 2;
    /** A defect of Drydock itself. */
    public static final int BUG = 70;

    private Main() {}

    /** Runs one verb and exits the process with its code. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(List.of(args), new FileOutputStream(FileDescriptor.out), err);
        err.flush();
        System.exit(code);
    }

    /** Runs one verb whose results go to a stream; one that does not take them turns success into failure. */
    static int run(List<String> args, OutputStream stream, PrintWriter err) {
        StandardOutput output = new StandardOutput(stream);
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        if (code == DONE && output.failed()) {
            output.message().ifPresent(err::println);
            return FAILED;
        }
        return code;
    }

    /**
     * Runs one verb: results go to {@code out}, progress and messages to {@code err}.
     *
     * @return the exit code
     */
    public static int run(List<String> args, PrintWriter out, PrintWriter err) {
        try {
            Optional<ConfigFile> config = ConfigFile.among(args);
            CommandLine commandLine = commandLine(out, err);
            commandLine.setParameterExceptionHandler(new Refusal(config));
            commandLine.setExecutionExceptionHandler(new Failure(config));
            return commandLine.execute(words(args, config, commandLine).toArray(String[]::new));
        } catch (DrydockException wrong) {
            err.println(VisibleText.lines(wrong.getMessage()));
            return wrong.wrongRequest() ? WRONG_REQUEST : FAILED;
        } catch (OutOfMemoryError tooLarge) {
            err.println("There is not enough memory for this (" + tooLarge.getMessage() + "). Ask for smaller sizes or"
                    + " counts, or give Java more by DRYDOCK_JAVA_OPTS=-Xmx8g.");
            return FAILED;
        } catch (LinkageError library) {
            err.println(VisibleText.lines("A library cannot be loaded (" + reason(library)
                    + "). drydock doctor says which ones load and where they are unpacked. If a file there is damaged,"
                    + " delete that folder: it is filled anew."));
            return FAILED;
        }
    }

    /** What stopped a library from loading, in one line. */
    private static String reason(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    }

    /** The parser with all verbs, as {@link #run} uses it and as completion scripts are generated from. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Drydock());
        for (String verb : List.of("train", "lr-find")) {
            TrainSetting.addTo(
                    Objects.requireNonNull(commandLine.getSubcommands().get(verb))
                            .getCommandSpec());
        }
        commandLine.setOut(out).setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler(new Refusal(Optional.empty()));
        commandLine.setExecutionExceptionHandler(new Failure(Optional.empty()));
        return commandLine;
    }

    /** The arguments with what the configuration file adds to them. */
    static List<String> words(List<String> args, Optional<ConfigFile> config, CommandLine commandLine) {
        if (config.isEmpty()) {
            return args;
        }
        for (CommandLine verb : commandLine.getSubcommands().values()) {
            if (verb.getCommand() instanceof TrainingVerb training) {
                training.configure(config.get().document());
            }
        }
        return config.get().complete(commandLine.getCommandSpec());
    }
}
