package io.drydock.it;

import io.drydock.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The verbs that the command line itself lists in its help. */
final class CommandVerbs {
    private static final Pattern VERB = Pattern.compile("^  (\\S+)  ", Pattern.MULTILINE);
    private static final String HEADING = "Commands:";

    private CommandVerbs() {}

    /** All verbs and their own verbs, such as {@code labels} and {@code labels keep}. */
    static List<String> all() {
        List<String> all = new ArrayList<>();
        add("", all);
        return all;
    }

    private static void add(String prefix, List<String> all) {
        List<String> words = new ArrayList<>(
                prefix.isEmpty() ? List.of() : List.of(prefix.strip().split(" ")));
        words.add("--help");
        StringWriter help = new StringWriter();
        Main.run(words, new PrintWriter(help, true), new PrintWriter(help, true));
        int verbs = help.toString().indexOf(HEADING);
        if (verbs >= 0) {
            VERB.matcher(help.toString().substring(verbs)).results().forEach(found -> {
                all.add(prefix + found.group(1));
                add(prefix + found.group(1) + " ", all);
            });
        }
    }
}
