package io.drydock.cli;

import io.drydock.core.error.DrydockException;
import io.drydock.core.text.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a verb threw into one message and an exit code; a stack trace only with {@code --debug}. Safe for use by many threads. */
final class Failure implements IExecutionExceptionHandler {
    private final Optional<ConfigFile> config;

    /** @param config the file that gave some of the options */
    Failure(Optional<ConfigFile> config) {
        this.config = config;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (thrown instanceof ParameterException wrong) {
            throw wrong;
        }
        boolean debug = List.of(parsed.originalArgs().toArray()).contains("--debug");
        if (debug) {
            thrown.printStackTrace(command.getErr());
        }
        if (thrown instanceof DrydockException told) {
            String message = told.getMessage();
            command.getErr()
                    .println(VisibleText.lines(
                            config.map(file -> file.located(message, command.getCommandSpec()))
                                    .orElse(message)));
            return told.wrongRequest() ? Main.WRONG_REQUEST : Main.FAILED;
        }
        Optional<IOException> disk = disk(thrown);
        if (disk.isPresent()) {
            command.getErr()
                    .println(VisibleText.lines("Reading or writing failed: " + disk.get()
                            + ". Check the file, its permissions and the space on its disk."));
            return Main.FAILED;
        }
        command.getErr()
                .println(VisibleText.lines("This is a defect of Drydock: " + thrown
                        + (debug ? "" : ". Run again with --debug for details, and please report it.")));
        return Main.BUG;
    }

    /** The refusal of a disk that was passed on as it came. */
    private static Optional<IOException> disk(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
