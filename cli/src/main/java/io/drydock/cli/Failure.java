package io.drydock.cli;

import io.drydock.core.error.DrydockException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a verb threw into one message and an exit code; a stack trace only with {@code --debug}. Safe for use by many threads. */
final class Failure implements IExecutionExceptionHandler {
    private static final int LONGEST_CHAIN = 50;

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
        Optional<IOException> disk = disk(thrown);
        if (disk.isPresent()) {
            command.getErr().println(message(disk.get()));
            return Main.FAILED;
        }
        command.getErr()
                .println("This is a defect of Drydock: " + thrown
                        + (debug ? "" : ". Run again with --debug for details, and please report it."));
        return Main.BUG;
    }

    /** A refusal of the disk that no room foresaw, such as a missing permission: not a defect. */
    private static Optional<IOException> disk(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
    }

    private static String message(IOException refused) {
        if (refused instanceof AccessDeniedException denied) {
            return "No permission for " + denied.getFile() + ". Give this user the right to read and write it.";
        }
        return "The disk refused: " + refused + ". Check the file, its folder and the space on the disk.";
    }
}
