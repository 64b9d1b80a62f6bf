package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program does on disks that are full, read-only, damaged, or may not run programs, and in odd locales. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisksTest {
    private Path folder = Path.of("");
    private Shell shell;
    private String image = "";

    @BeforeAll
    void trainOnce(@TempDir Path temporary) throws IOException {
        folder = temporary;
        shell = new Shell(folder);
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), 60);
        Program program = new Program(folder);
        program.done(ships.init());
        program.done("split", "-w", "work", "--valid", "0.25");
        program.done("train", "-w", "work", "--recipe", "quick", "--epochs", "1+0", "--size", "32x48");
        image = Files.readAllLines(ships.csv("train.csv")).get(1).split(",")[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict 1 --part valid",
                "runs",
                "inspect --no-report --json",
                "labels log",
                "labels export",
                "split --valid 0.3"
            })
    void aResultOnAFullDiskIsAFailure(String command) {
        Program.Outcome outcome = shell.run("$drydock " + command + " -w work > /dev/full");

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.err()).contains("standard output").doesNotContain("\tat ");
    }

    @Test
    void aReaderThatLeavesEarlyGetsNoStackTrace() {
        Program.Outcome outcome = shell.run("{ $drydock completion; echo $? >&2; } | true; sleep 3");

        assertThat(outcome.err()).doesNotContain("Exception", "\tat ").containsAnyOf("0\n", "1\n");
    }

    @Test
    void aClosedStandardOutputIsAFailureAndNothingIsWrittenIntoAFileInItsPlace() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("work/drydock.db"));

        assertThat(shell.run("$drydock runs -w work >&-").exit()).isEqualTo(1);

        assertThat(Files.readAllBytes(folder.resolve("work/drydock.db"))).isEqualTo(before);
    }

    @Test
    void forceWritesThroughALinkAndNeverReplacesADeviceOrAPipe() throws IOException {
        Files.writeString(folder.resolve("target.csv"), "old");
        shell.done("ln -s target.csv link.csv && mkfifo pipe");

        new Program(folder).done("predict", "1", "-w", "work", "--part", "valid", "-o", "link.csv", "--force");

        assertThat(Files.isSymbolicLink(folder.resolve("link.csv"))).isTrue();
        assertThat(folder.resolve("target.csv")).content().startsWith("image,predicted");
        for (String place : new String[] {"pipe", "/dev/null", "/dev/stdout"}) {
            Program.Outcome outcome = shell.run("$drydock labels export -w work -o " + place + " --force");
            assertThat(outcome.exit()).as(place).isEqualTo(2);
            assertThat(outcome.err()).contains("device or a pipe");
        }
        shell.done("[ -p pipe ] && [ -c /dev/null ]");
    }

    @Test
    void aFullDiskIsAFailureAndWhatIsThereCanStillBeRead() {
        shell.mount("size=60m", "full");
        try {
            shell.done("cp -r work full/");
            shell.run("head -c 80M /dev/zero > full/fill");

            Program.Outcome keep = shell.run("$drydock labels keep " + image + " -w full/work");

            assertThat(keep.exit()).as(keep.err()).isEqualTo(1);
            assertThat(keep.err()).contains("full").doesNotContain("defect", "\tat ");
            readsAll("full/work");
            assertThat(shell.run("$drydock predict 1 --part valid -w full/work -o full/out.csv")
                            .exit())
                    .isEqualTo(1);
            assertThat(folder.resolve("full/out.csv")).doesNotExist();
        } finally {
            shell.unmount("full");
        }
    }

    @Test
    void aReadOnlyDiskCanStillBeReadEvenWithChangesInItsLog() {
        shell.mount("size=50m", "frozen");
        try {
            shell.done("cp -r work frozen/");
            leaveALog("frozen/work");
            shell.done("mount -o remount,ro frozen");

            readsAll("frozen/work");
            assertThat(shell.done("$drydock labels log -w frozen/work")).contains("kept in the log");
            Program.Outcome keep = shell.run("$drydock labels keep " + image + " -w frozen/work");
            assertThat(keep.exit()).isEqualTo(1);
            assertThat(keep.err()).contains("read-only").doesNotContain("defect");
        } finally {
            shell.unmount("frozen");
        }
    }

    /** Leaves a decision in the write-ahead log, as a killed process does: the log is copied while a process holds it open. */
    private void leaveALog(String workspace) {
        shell.done("mkfifo lines; $drydock labels stream -w " + workspace
                + " < lines > answers & holder=$!; exec 3> lines;"
                + " echo '{\"action\":\"unsure\",\"images\":[\"" + image + "\"],\"why\":\"kept in the log\"}' >&3;"
                + " while ! grep -q done answers; do sleep 0.2; done;"
                + " cp " + workspace + "/drydock.db* . ; exec 3>&-; wait $holder; rm -f " + workspace + "/drydock.db*;"
                + " mv drydock.db drydock.db-wal " + workspace + "/ 2> /dev/null || mv drydock.db " + workspace
                + "/; rm -f drydock.db-shm lines answers");
    }

    private void readsAll(String workspace) {
        assertThat(shell.done("$drydock runs -w " + workspace)).contains("0001-");
        assertThat(shell.done("$drydock show 1 -w " + workspace)).contains("recipe quick");
        assertThat(shell.done("$drydock inspect -w " + workspace)).contains("60");
        assertThat(shell.done("$drydock labels log -w " + workspace)).contains("import");
        shell.done("rm -f labels.csv; $drydock labels export -w " + workspace + " -o labels.csv && [ -s labels.csv ]");
    }

    @Test
    void aDamagedStoreIsAFailureThatSaysWhatToDo() throws IOException {
        shell.done("cp -r work damaged && rm -f damaged/drydock.db-*");
        Path store = folder.resolve("damaged/drydock.db");
        byte[] whole = Files.readAllBytes(store);
        byte[] holed = whole.clone();
        Arrays.fill(holed, 4096, holed.length, (byte) 0x5A);
        byte[][] damaged = {
            holed,
            Arrays.copyOf(whole, whole.length / 2),
            new byte[0],
            "no store at all".getBytes(StandardCharsets.UTF_8)
        };
        for (byte[] bytes : damaged) {
            Files.write(store, bytes);
            for (String command : new String[] {"labels log", "labels keep " + image}) {
                shell.run("rm -f damaged/drydock.db-*");
                Program.Outcome outcome = shell.run("$drydock " + command + " -w damaged");
                assertThat(outcome.exit()).as(command + ": " + outcome.err()).isEqualTo(1);
                assertThat(outcome.err()).contains("damaged", "backup").doesNotContain("defect", "\tat ");
            }
        }
    }

    @Test
    void aLibraryThatDoesNotLoadIsAFailureInWords() {
        Program.Outcome outcome = new Shell(
                        folder, Map.of("DRYDOCK_JAVA_OPTS", "-Dorg.bytedeco.javacpp.platform=linux-ppc64le"))
                .run("$drydock predict 1 ships/images/" + image + " -w work");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("A library cannot be loaded", "drydock doctor")
                .doesNotContain("\tat ");
    }

    @Test
    void nativeLibrariesLoadWhereTemporaryAndHomeFoldersMayNotRunPrograms() {
        shell.mount("size=400m,noexec", "noexec");
        try {
            shell.done("mkdir noexec/tmp noexec/home");
            String options = "-Djava.io.tmpdir=" + folder + "/noexec/tmp -Duser.home=" + folder + "/noexec/home";
            Shell odd =
                    new Shell(folder, Map.of("DRYDOCK_JAVA_OPTS", options, "DRYDOCK_LIBRARIES", folder + "/libraries"));

            assertThat(odd.done("$drydock predict 1 ships/images/" + image + " -w work"))
                    .contains(image);
            assertThat(folder.resolve("libraries")).isNotEmptyDirectory();

            Program.Outcome refused = new Shell(
                            folder, Map.of("DRYDOCK_JAVA_OPTS", options, "DRYDOCK_LIBRARIES", folder + "/noexec/own"))
                    .run("$drydock runs -w work");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("noexec", "DRYDOCK_LIBRARIES");
        } finally {
            shell.unmount("noexec");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=xx_YY.ISO-8859-1", "LC_ALL= LANG=POSIX"})
    void namesInUnicodeWorkInEveryLocale(String locale) {
        shell.require("locale");
        String set = "émoji-船-" + locale.replaceAll("\\W", "");
        shell.done("mkdir -p " + set + " && cp ships/images/" + image + " " + set + "/schiff-ä-船.jpg"
                + " && cp ships/images/*9.* " + set + "/ && ls " + set
                + " | awk 'BEGIN{print \"image,label\"} {print $0 \",\" (NR%2+1)}' > " + set + ".csv");

        String told =
                shell.done(locale + " $drydock init wä-" + set + " --images " + set + " --labels " + set + ".csv");

        assertThat(told).doesNotContain("left out");
        assertThat(shell.done(locale + " $drydock labels keep schiff-ä-船.jpg -w wä-" + set))
                .contains("schiff-ä-船.jpg");
    }

    @Test
    void aCommandLineOfManyPicturesIsTakenWhole() {
        assertThat(shell.done("$drydock predict 1 -w work $(for i in $(seq 300); do echo ships/images/" + image
                                + "; done)")
                        .lines()
                        .count())
                .isGreaterThan(1);
    }
}
