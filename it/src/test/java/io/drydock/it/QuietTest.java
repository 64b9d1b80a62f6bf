package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs every verb of the packaged program with an empty home folder: nothing but the native libraries may appear in it and,
 * where strace can tell, nothing leaves the machine.
 */
@Tag("slow")
class QuietTest {
    /** A line for each verb; {@code $a} to {@code $f} are images with a label. */
    private static final List<String> LINES = List.of(
            "init work --images ships/images --labels ships/train.csv --test ships/test.csv"
                    + " --sample ships/sample_submission.csv",
            "inspect -w work",
            "split -w work --valid 0.25",
            "preview -w work --images 1 --views 1 -o grid.png",
            "lr-find -w work --recipe quick --size 32x48 --steps 20",
            "train -w work --recipe quick --epochs 1+0 --size 32x48",
            "resume -w work",
            "runs -w work",
            "show 1 -w work",
            "evaluate 1 -w work",
            "compare 1 2 -w work",
            "predict 1 -w work -o predictions.csv",
            "submit 1 -w work -o submission.csv",
            "submissions -w work",
            "submissions score 1 0.5 -w work",
            "export 1 -w work -o exported",
            "runs rm 2 -w work",
            "audit -w work",
            "duplicates -w work",
            "shift -w work",
            "map -w work",
            "review -w work",
            "labels -w work",
            "labels relabel $a --to 2 -w work --yes",
            "labels drop $b -w work --yes",
            "labels keep $c -w work",
            "labels unsure $d -w work",
            "labels duplicate-of $e $f -w work --yes",
            "labels stream -w work < decisions",
            "labels undo -w work",
            "labels redo -w work",
            "labels log -w work",
            "labels diff -w work",
            "labels export -w work -o labels.csv",
            "labels patch -w work -o patch.csv",
            "labels apply patch.csv -w work",
            "labels merge patch.csv patch.csv -o merged.csv",
            "models",
            "weights",
            "weights list",
            "weights verify",
            "doctor -w work",
            "completion",
            "demo demo --images 100");

    /** Verbs that need more than a line: one serves until it is ended, the other is for fetching from the hub. */
    private static final List<String> MORE_THAN_A_LINE = List.of("studio", "weights pull");

    private static final int IMAGES = 60;

    @TempDir
    Path folder;

    @Test
    void everyVerbOfTheCommandLineHasALineHere() {
        List<String> verbs = CommandVerbs.all();

        assertThat(verbs).contains("train", "labels", "labels stream", "weights verify", "submissions score");
        assertThat(Stream.concat(LINES.stream().map(line -> verb(line, verbs)), MORE_THAN_A_LINE.stream()))
                .containsExactlyInAnyOrderElementsOf(verbs);
    }

    /** The longest verb that a line begins with. */
    private static String verb(String line, List<String> verbs) {
        return verbs.stream()
                .filter(verb -> (line + " ").startsWith(verb + " "))
                .max(Comparator.comparingInt(String::length))
                .orElse(line + " is no verb");
    }

    @Test
    void nothingButTheNativeLibrariesAppearsInTheHomeFolderAndNothingLeavesTheMachine() throws Exception {
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), IMAGES);
        Path home = Files.createDirectory(folder.resolve("home"));
        Map<String, String> environment = environment(home, ships);
        Shell shell = new Shell(folder, environment);
        Trace trace = new Trace(shell, folder);
        Files.writeString(
                folder.resolve("decisions"), "{\"action\":\"unsure\",\"images\":[\"" + environment.get("c") + "\"]}\n");
        for (String line : LINES) {
            if (line.startsWith("resume")) {
                leaveARun(environment);
            }
            shell.done(trace.prefix() + "$drydock " + line);
            trace.assertQuiet(line);
            assertOnlyLibraries(home, line);
        }
        Program.Outcome pull =
                shell.run("HF_ENDPOINT=http://127.0.0.1:9 " + trace.prefix() + "$drydock weights pull resnet18");
        assertThat(pull.exit()).isEqualTo(1);
        assertThat(pull.err()).contains("http://127.0.0.1:9 cannot be reached");
        trace.assertQuiet("weights pull");
        heatMapOfAStudio(shell, trace);
        assertOnlyLibraries(home, "studio");
        shell.require("strace");
    }

    private static Map<String, String> environment(Path home, DrawnShips ships) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME", home.toString(),
                "XDG_CACHE_HOME", home.resolve(".cache").toString(),
                "DRYDOCK_JAVA_OPTS", "-Duser.home=" + home));
        List<String> rows = Files.readAllLines(ships.csv("train.csv"));
        for (int i = 1; i <= 6; i++) {
            environment.put(String.valueOf((char) ('a' + i - 1)), rows.get(i).split(",")[0]);
        }
        return environment;
    }

    private static void assertOnlyLibraries(Path home, String line) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).map(home::relativize))
                    .as(line)
                    .allMatch(file -> file.startsWith(".javacpp"));
        }
    }

    /** Kills a training between two epochs, so that there is a run to resume. */
    private void leaveARun(Map<String, String> environment) throws IOException, InterruptedException {
        Process training = new Program(folder, environment)
                .start("train", "-w", "work", "--recipe", "quick", "--epochs", "1+3", "--size", "32x48");
        while (!Files.readString(folder.resolve("err")).contains("epoch 2/4")) {
            assertThat(training.isAlive())
                    .as(Files.readString(folder.resolve("err")))
                    .isTrue();
            Thread.sleep(20);
        }
        training.descendants().forEach(ProcessHandle::destroyForcibly);
        training.destroyForcibly().waitFor();
    }

    /** Draws the heat map of an image in a studio, by the address that it printed. */
    private void heatMapOfAStudio(Shell shell, Trace trace) throws IOException, InterruptedException {
        shell.done(trace.prefix() + "$drydock studio -w work --no-open --port 0 > address 2> told & echo $! > studio;"
                + " while ! grep -q http address; do kill -0 $(cat studio) || exit 1; sleep 0.2; done");
        try (Stream<String> printed = Files.lines(folder.resolve("address"))) {
            URI address = URI.create(printed.filter(line -> line.contains("http"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("^.*?http", "http")
                    .strip());
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            assertThat(get(browser, address).statusCode()).isEqualTo(200);
            List<HttpResponse<String>> maps = new ArrayList<>();
            for (int image = 1; image <= IMAGES && !isDrawn(maps); image++) {
                maps.add(get(browser, address.resolve("/picture/" + image + "/heat?run=1&class=" + (1 + image % 5))));
            }
            assertThat(isDrawn(maps)).as(String.valueOf(maps)).isTrue();
        } finally {
            shell.run("kill $(pgrep -P $(cat studio)) $(cat studio); sleep 1");
        }
        trace.assertQuiet("studio");
    }

    private static boolean isDrawn(List<HttpResponse<String>> maps) {
        return maps.stream().anyMatch(map -> map.statusCode() == 200);
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"10.0.0.1\")}, 16) = 0",
                "true  | connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.53\")}, 16) = 0",
                "true  | connect(3, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr)}, 28) = 0",
                "true  | connect(3, {sa_family=AF_UNIX, sun_path=\"/run/systemd/resolve/io.systemd.Resolve\"}, 42) = 0",
                "false | connect(3, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = -1",
                "false | connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::1\", &sin6_addr)}, 28) = 0",
                "false | connect(3, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1"
            })
    void aTraceTellsWhatLeavesTheMachine(boolean leaves, String line) {
        assertThat(Trace.leaves(line)).isEqualTo(leaves);
    }

    @Test
    void theStudioStartsWithoutALookUpAndATakenPortIsToldInOneMessage() throws IOException {
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), 30);
        new Program(folder).done(ships.init());
        Shell shell = new Shell(folder);
        Trace trace = new Trace(shell, folder);

        Program.Outcome second = shell.run(trace.prefix()
                + "$drydock studio -w work --no-open --port 0 > address & studio=$!;"
                + " while ! grep -q http address; do sleep 0.2; done;"
                + " port=$(sed 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/' address);"
                + " $drydock studio -w work --no-open --port $port 2> taken; code=$?;"
                + " kill $(pgrep -P $studio) $studio 2> /dev/null; cat taken; exit $code");

        assertThat(second.exit()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("taken")))
                .contains("is taken by another program", "--port")
                .doesNotContain("Javalin")
                .hasLineCount(1);
        trace.assertQuiet("studio");
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
