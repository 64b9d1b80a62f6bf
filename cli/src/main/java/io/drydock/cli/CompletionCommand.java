package io.drydock.cli;

import picocli.CommandLine.Command;

/** {@code drydock completion}. For one thread at a time. */
@Command(
        name = "completion",
        description = "Print the completion script for bash and zsh: source <(drydock completion)")
final class CompletionCommand extends Verb {
    @Override
    void run() {
        data().print(CompletionScript.text());
    }
}
