package io.drydock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the shell completion of all verbs and options (bash, and zsh through bashcompinit). Safe for use by many threads. */
public final class CompletionScript {
    private CompletionScript() {}

    /** Writes the script to the file named by the only argument; the build calls this for the distribution. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    /** The script, to be sourced by a shell. */
    static String text() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine drydock = Main.commandLine(nowhere, nowhere);
        return AutoComplete.bash("drydock", drydock);
    }
}
