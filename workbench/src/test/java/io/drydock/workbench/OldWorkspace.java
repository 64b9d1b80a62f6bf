package io.drydock.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A workspace that version 0.1.0 made (old/make.sh says how): decisions, findings, a submission, a finished run and three
 * stopped ones; and what that version itself made of them.
 *
 * @param folder holds {@code work}, its pictures in {@code ships}, and {@code expected}
 */
public record OldWorkspace(Path folder) {
    /** All of it, in a folder of the caller's. */
    public static OldWorkspace in(Path folder) {
        return unzip(folder, name -> true);
    }

    /** The same without the large files: its runs can be listed but neither predict nor resume. */
    public static OldWorkspace withoutWeights(Path folder) {
        return unzip(folder, name -> !name.endsWith(".safetensors") && !name.endsWith(".onnx"));
    }

    private static OldWorkspace unzip(Path folder, Predicate<String> wanted) {
        try (InputStream resource = OldWorkspace.class.getResourceAsStream("old/old-workspace.zip");
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (wanted.test(entry.getName())) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OldWorkspace(folder);
    }

    public Path root() {
        return folder.resolve("work");
    }

    /** A file of a run, by the run's number. */
    public Path ofRun(int id, String file) {
        return root().resolve("runs/000" + id + "-tf_efficientnet_lite0").resolve(file);
    }

    /** Lines of what the old version made of it. */
    public List<String> expected(String file) {
        try {
            return Files.readAllLines(expectedFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path expectedFile(String file) {
        return folder.resolve("expected").resolve(file);
    }
}
