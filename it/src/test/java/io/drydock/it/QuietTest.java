package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the verbs of the packaged program with an empty home folder: nothing but the native libraries may appear in it and,
 * where strace can tell, nothing leaves the machine.
 */
@Tag("slow")
class QuietTest {
    /** A connection or a datagram to an address that is not this machine's own. */
    private static final Pattern OUTSIDE =
            Pattern.compile("sa_family=AF_INET6?, .*(?:inet_addr\\(\"(?!127\\.|0\\.0\\.0\\.0)"
                    + "|inet_pton\\(AF_INET6, \"(?!::1\"|::\"|::ffff:127\\.))");

    private static final List<String> VERBS = List.of(
            "init work --images ships/images --labels ships/train.csv --test ships/test.csv"
                    + " --sample ships/sample_submission.csv",
            "inspect -w work",
            "split -w work --valid 0.25",
            "preview -w work --images 1 --views 1",
            "train -w work --recipe quick --epochs 1+0 --size 32x48",
            "runs -w work",
            "show 1 -w work",
            "evaluate 1 -w work",
            "predict 1 -w work -o predictions.csv",
            "submit 1 -w work -o submission.csv",
            "submissions -w work",
            "export 1 -w work -o exported",
            "audit -w work",
            "duplicates -w work",
            "shift -w work",
            "map -w work",
            "review -w work",
            "labels -w work",
            "labels log -w work",
            "models",
            "weights list",
            "doctor -w work");

    @TempDir
    Path folder;

    @Test
    void nothingButTheNativeLibrariesAppearsInTheHomeFolderAndNothingLeavesTheMachine() throws IOException {
        DrawnShips.in(folder.resolve("ships"), 60);
        Path home = Files.createDirectory(folder.resolve("home"));
        Shell shell = new Shell(
                folder,
                Map.of(
                        "HOME", home.toString(),
                        "XDG_CACHE_HOME", home.resolve(".cache").toString(),
                        "DRYDOCK_JAVA_OPTS", "-Duser.home=" + home));
        boolean traced = shell.run("strace -f true 2> /dev/null").exit() == 0;
        for (String verb : VERBS) {
            String trace = traced ? "strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o trace " : "";
            shell.done(trace + "$drydock " + verb);
            if (traced) {
                try (Stream<String> calls = Files.lines(folder.resolve("trace"))) {
                    assertThat(calls.filter(line -> OUTSIDE.matcher(line).find()))
                            .as(verb)
                            .isEmpty();
                }
            }
            try (Stream<Path> files = Files.walk(home)) {
                assertThat(files.filter(Files::isRegularFile).map(file -> home.relativize(file)))
                        .as(verb)
                        .allMatch(file -> file.startsWith(".javacpp"));
            }
        }
        shell.require("strace");
    }

    @Test
    void theStudioStartsWithoutALookUpAndATakenPortIsToldInOneMessage() throws IOException {
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), 30);
        new Program(folder).done(ships.init());
        Shell shell = new Shell(folder);
        boolean traced = shell.run("strace -f true 2> /dev/null").exit() == 0;
        String trace = traced ? "strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o trace " : "";

        Program.Outcome second = shell.run(trace + "$drydock studio -w work --no-open --port 0 > address & studio=$!;"
                + " while ! grep -q http address; do sleep 0.2; done;"
                + " port=$(sed 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/' address);"
                + " $drydock studio -w work --no-open --port $port 2> taken; code=$?;"
                + " kill $(pgrep -P $studio) $studio 2> /dev/null; cat taken; exit $code");

        assertThat(second.exit()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("taken")))
                .contains("is taken by another program", "--port")
                .doesNotContain("Javalin")
                .hasLineCount(1);
        if (traced) {
            assertThat(Files.readAllLines(folder.resolve("trace")))
                    .noneMatch(line -> OUTSIDE.matcher(line).find());
        }
        shell.require("strace");
    }

    @Test
    void anAuditOnATerminalRedrawsOneLineThatFits() throws IOException {
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), 60);
        new Program(folder).done(ships.init());
        Shell shell = new Shell(folder);
        shell.require("script");
        shell.require("stty");

        shell.done("env -u CI TERM=xterm script -qec 'stty cols 80 rows 24; \"$drydock\" audit -w work' screen >"
                + " /dev/null");

        String screen = Files.readString(folder.resolve("screen"));
        List<String> redrawn = Stream.of(screen.split("\r(?!\n)|\n"))
                .filter(line -> line.contains("░") || line.contains("█"))
                .filter(line -> line.contains("/"))
                .toList();
        assertThat(redrawn)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThan(80));
    }
}
