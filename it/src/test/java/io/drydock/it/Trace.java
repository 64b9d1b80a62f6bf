package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The network calls of a command and all its children, as strace sees them; nothing where strace cannot trace. */
final class Trace {
    /**
     * A connection or a datagram to an address that is not this machine's own, or a question for a name to any server, one
     * on this machine too.
     */
    private static final Pattern OUTSIDE =
            Pattern.compile("sa_family=AF_INET6?, .*(?:inet_addr\\(\"(?!127\\.|0\\.0\\.0\\.0)"
                    + "|inet_pton\\(AF_INET6, \"(?!::1\"|::\"|::ffff:127\\.)|_port=htons\\(53\\))"
                    + "|sun_path=\"/run/systemd/resolve/");

    private static final String STRACE = "strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg";

    private final Path file;
    private final boolean present;

    /** A trace kept in the shell's current folder. */
    Trace(Shell shell, Path folder) {
        file = folder.resolve("trace");
        present = shell.run(STRACE + " -o " + file + " true").exit() == 0;
    }

    /** What goes before a command to trace it. */
    String prefix() {
        return present ? STRACE + " -o " + file + " " : "";
    }

    /** Fails if the command that was traced last called anything beyond this machine. */
    void assertQuiet(String command) {
        try {
            if (present) {
                assertThat(Files.readAllLines(file)).as(command).noneMatch(Trace::leaves);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line of a trace is a call beyond this machine. */
    static boolean leaves(String line) {
        return OUTSIDE.matcher(line).find();
    }
}
