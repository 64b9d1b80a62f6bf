package io.drydock.core.library;

import io.drydock.core.error.WorkspaceException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Native libraries of a jar, unpacked once into a folder below the {@link LibraryFolder} and then loaded from there. Safe for
 * use by many threads and processes.
 */
public final class UnpackedLibraries {
    private UnpackedLibraries() {}

    /**
     * Unpacks what is not yet there, or has another size than in the jar.
     *
     * @param name of the folder, with the version, such as {@code onnxruntime-1.28.0-linux-x64}
     * @param loader finds the resources
     * @param resources paths in the jar; those that it lacks are skipped
     * @return the folder, which holds each file under its last name
     * @throws WorkspaceException if the folder cannot be written to
     */
    public static Path unpack(String name, ClassLoader loader, List<String> resources) {
        Path folder = LibraryFolder.current().path().resolve(name);
        for (String resource : resources) {
            URL found = loader.getResource(resource);
            if (found != null) {
                unpack(found, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
            }
        }
        return folder;
    }

    private static void unpack(URL resource, Path file) {
        try {
            URLConnection connection = resource.openConnection();
            try (InputStream in = connection.getInputStream()) {
                if (!Files.isRegularFile(file) || Files.size(file) != connection.getContentLengthLong()) {
                    AtomicFile.write(file, in::transferTo, Existing.REPLACE);
                }
            }
        } catch (IOException e) {
            throw WorkspaceException.failed("Could not unpack the native library " + file + ": " + e + ".", e);
        }
    }
}
