package io.drydock.cli;

import io.drydock.core.error.DrydockException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a verb threw into one message and an exit code; a stack trace only with {@code --debug}. Safe for use by many threads. */
final class Failure implements IExecutionExceptionHandler {
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
            command.getErr().println(told.getMessage());
            return told.wrongRequest() ? Main.WRONG_REQUEST : Main.FAILED;
        }
        command.getErr()
                .println("This is a defect of Drydock: " + thrown
                        + (debug ? "" : ". Run again with --debug for details, and please report it."));
        return Main.BUG;
    }
}
