package io.drydock.core.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.drydock.core.data.ImportNote;
import io.drydock.core.data.NoteCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @Test
    void hiddenAndSystemFilesArePassedOverAndCounted() throws IOException {
        write("a/1.jpg", "a/.hidden.jpg", ".git/x.jpg", "@eaDir/a/1.jpg", "$RECYCLE.BIN/2.jpg", "a/Thumbs.db");

        FoundFiles found = FolderWalk.under(root);

        assertThat(found.images()).containsExactly("a/1.jpg");
        assertThat(found.hidden()).containsExactly(".git", "a/.hidden.jpg");
        assertThat(found.system()).containsExactly("$RECYCLE.BIN", "@eaDir", "a/Thumbs.db");
    }

    @Test
    void linksToFoldersAndFilesAreFollowedAndLoopsEnd() throws IOException {
        Files.write(elsewhere.resolve("1.jpg"), JPEG);
        write("a/2.jpg");
        Files.createSymbolicLink(root.resolve("b"), elsewhere);
        Files.createSymbolicLink(root.resolve("a/3.jpg"), elsewhere.resolve("1.jpg"));
        Files.createSymbolicLink(root.resolve("a/up"), root);
        Files.createSymbolicLink(root.resolve("a/gone.jpg"), root.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("a/self"), Path.of("self"));
        Files.createSymbolicLink(root.resolve("c"), elsewhere);

        FoundFiles found = FolderWalk.under(root);

        assertThat(found.images()).containsExactly("a/2.jpg", "a/3.jpg", "b/1.jpg");
        assertThat(found.troubles())
                .extracting(FolderTrouble::path, FolderTrouble::code)
                .containsExactlyInAnyOrder(
                        tuple("a/up", NoteCode.LINK_LOOP),
                        tuple("a/self", NoteCode.LINK_LOOP),
                        tuple("a/gone.jpg", NoteCode.BROKEN_LINK),
                        tuple("c", NoteCode.LINKED_TWICE));
    }

    @Test
    void filesOfOtherKindsAreCountedByKindAndPicturesAreKnownByTheirBytes() throws IOException {
        write("a/1.jpg", "a/noext", "a/2.heic", "a/notes.txt");
        Files.write(root.resolve("a/3.heic"), "not a picture".getBytes(StandardCharsets.UTF_8));
        Files.write(root.resolve("a/4.avif"), new byte[0]);

        FoundFiles found = FolderWalk.under(root);

        assertThat(found.byBytes()).containsExactly("a/2.heic", "a/noext");
        List<ImportNote> notes = FolderNotes.of(found);
        assertThat(notes).extracting(ImportNote::code).contains("passed_over", "taken_by_bytes");
        assertThat(notes)
                .extracting(ImportNote::message)
                .anyMatch(message -> message.startsWith("1 .heic file is passed over") && message.contains("JPEG"))
                .anyMatch(message -> message.startsWith("1 .avif file is passed over"))
                .anyMatch(message -> message.contains("1 .txt"));
    }

    @Test
    void emptyAndUnreadClassFoldersAreNamed() throws IOException {
        write("a/1.jpg", "b/1.jpg");
        Files.createDirectories(root.resolve("c"));
        Files.createDirectories(root.resolve("d"));
        Files.write(root.resolve("d/1.cr2"), new byte[] {1});

        FoundFiles found = FolderWalk.under(root);
        List<ImportNote> notes = LayoutNotes.of(found, FolderLayout.of("set", found, List.of()));

        assertThat(notes).extracting(ImportNote::code).containsExactly("unread_class", "empty_class");
        assertThat(notes.get(0).examples()).containsExactly("d");
        assertThat(notes.get(1).examples()).containsExactly("c");
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.write(root.resolve(file), JPEG);
        }
    }
}
