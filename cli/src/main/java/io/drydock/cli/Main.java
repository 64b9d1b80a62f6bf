package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DrydockException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(HandedOver.words(List.of(args), System.getenv()), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs one verb: results go to {@code out}, progress and messages to {@code err}.
     *
     * @return the exit code
     */
    public static int run(List<String> args, PrintWriter out, PrintWriter err) {
        try {
            return commandLine(out, err, ConfigFile.among(args)).execute(args.toArray(String[]::new));
        } catch (DrydockException wrong) {
            err.println(wrong.getMessage());
            return wrong.wrongRequest() ? WRONG_REQUEST : FAILED;
        } catch (OutOfMemoryError tooLarge) {
            err.println("There is not enough memory for this (" + tooLarge.getMessage() + "). Ask for smaller sizes or"
                    + " counts, or give Java more by DRYDOCK_JAVA_OPTS=-Xmx8g.");
            return FAILED;
        }
    }

    /** The parser with all verbs, as {@link #run} uses it and as completion scripts are generated from. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, ConfigFile config) {
        CommandLine commandLine = new CommandLine(new Drydock());
        for (String verb : List.of("train", "lr-find")) {
            TrainSetting.addTo(
                    Objects.requireNonNull(commandLine.getSubcommands().get(verb))
                            .getCommandSpec());
        }
        commandLine.setOut(out).setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExpandAtFiles(false);
        commandLine.setDefaultValueProvider(config);
        commandLine.setParameterExceptionHandler(new Refusal());
        commandLine.setExecutionExceptionHandler(new Failure());
        commandLine.setExecutionStrategy(parsed -> {
            checkKeys(config, parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        return commandLine;
    }

    private static void checkKeys(ConfigFile config, CommandLine.ParseResult parsed) {
        try {
            config.checkKeys(parsed);
        } catch (ConfigException unknown) {
            throw new CommandLine.ParameterException(parsed.commandSpec().commandLine(), unknown.getMessage(), unknown);
        }
    }
}
