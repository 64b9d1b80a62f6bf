package io.drydock.image.opencv;

import io.drydock.core.library.LibraryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.global.opencv_core;

/** Loads OpenCV and nothing else, as a program of its own, to find out whether it loads here. Safe for use by many threads. */
public final class OpenCvLibrary {
    private OpenCvLibrary() {}

    /**
     * Writes the library's version.
     *
     * @param args the file that gets it
     */
    public static void main(String[] args) throws IOException {
        LibraryFolder.current().useForJavaCpp();
        Files.writeString(
                Path.of(args[0]),
                opencv_core.getVersionMajor() + "." + opencv_core.getVersionMinor() + "."
                        + opencv_core.getVersionRevision());
    }
}
