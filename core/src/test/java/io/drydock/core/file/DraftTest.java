package io.drydock.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
    @TempDir
    Path folder;

    @Test
    void aDraftIsNoTargetUntilItIsPublished() throws Exception {
        Path target = folder.resolve("out/weights.bin");
        try (Draft draft = Draft.of(target)) {
            Files.writeString(draft.path(), "half");

            assertThat(target).doesNotExist();
            assertThat(Draft.isDraft(draft.path())).isTrue();
            draft.publish(Existing.REFUSE);
        }

        assertThat(target).hasContent("half");
        assertThat(target.getParent()).isDirectoryContaining(target::equals);
        assertThat(Files.list(target.getParent())).hasSize(1);
    }

    @Test
    void aFolderAppearsWithAllItsFiles() throws Exception {
        Path target = folder.resolve("step-000000007");
        try (Draft draft = Draft.of(target)) {
            Files.createDirectories(draft.path().resolve("inner"));
            Files.writeString(draft.path().resolve("inner/state.txt"), "7");
            draft.publish(Existing.REPLACE);
        }

        assertThat(target.resolve("inner/state.txt")).hasContent("7");
        assertThat(Files.list(folder)).containsExactly(target);
    }

    @Test
    void whatIsNotPublishedIsGoneAfterwards() throws Exception {
        try (Draft draft = Draft.of(folder.resolve("x"))) {
            Files.createDirectories(draft.path().resolve("a/b"));
            Files.writeString(draft.path().resolve("a/b/c"), "c");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoWritersOfOneTargetDoNotMeet() throws Exception {
        Path target = folder.resolve("x");
        try (Draft one = Draft.of(target);
                Draft other = Draft.of(target)) {
            Files.writeString(one.path(), "one");
            Files.writeString(other.path(), "other");

            one.publish(Existing.REFUSE);

            assertThatThrownBy(() -> other.publish(Existing.REFUSE))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(target).hasContent("one");
    }

    @Test
    void draftsOfKilledWritersAreRemovedAndThoseOfLivingOnesAreNot() throws Exception {
        long dead = deadProcess();
        long alive = ProcessHandle.current().pid();
        Path killed = draft("." + "run.json." + dead + "-0123abcd.draft", Duration.ofMinutes(2));
        Path killedJustNow = draft("." + "run.json." + dead + "-0123abce.draft", Duration.ZERO);
        Path writing = draft("." + "run.json." + alive + "-0123abcf.draft", Duration.ofMinutes(2));
        Path forgotten = draft("." + "run.json." + alive + "-0123abd0.draft", Duration.ofHours(2));
        Path mine = draft("notes.draft", Duration.ofDays(9));

        Draft.removeAbandoned(folder);

        List<Path> left = new ArrayList<>(List.of(killedJustNow, writing, mine));
        assertThat(Files.list(folder)).containsExactlyInAnyOrderElementsOf(left);
        assertThat(killed).doesNotExist();
        assertThat(forgotten).doesNotExist();
    }

    private Path draft(String name, Duration age) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }
}
