package io.drydock.cli;

import io.drydock.core.text.VisibleText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command line and which known words come nearest. Safe for use by many threads. */
final class Refusal implements IParameterExceptionHandler {
    private final Optional<ConfigFile> config;

    /** @param config the file that gave some of the options */
    Refusal(Optional<ConfigFile> config) {
        this.config = config;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String message = message(wrong);
        command.getErr()
                .println(VisibleText.lines(config.map(file -> file.located(message, command.getCommandSpec()))
                        .orElse(message)));
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Main.WRONG_REQUEST;
    }

    private static String remedy(OptionSpec option) {
        return option.longestName().equals("--mix") ? ", several weights with commas, such as --mix 2,1" : "";
    }

    private static String message(ParameterException wrong) {
        if (wrong instanceof OverwrittenOptionException repeated
                && repeated.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " stands more than once. Give it once" + remedy(option) + ".";
        }
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(wrong.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        List<String> near = unmatched.getSuggestions();
        String kind = unmatched.isUnknownOption()
                ? "option"
                : wrong.getCommandLine().getSubcommands().isEmpty() ? "argument" : "verb";
        String ask = near.isEmpty()
                ? ""
                : " Did you mean " + String.join(" or ", near.subList(0, Math.min(2, near.size()))) + "?";
        return "Unknown " + kind + " " + word + "." + ask;
    }
}
