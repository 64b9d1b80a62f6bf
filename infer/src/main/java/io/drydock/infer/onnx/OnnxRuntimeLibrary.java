package io.drydock.infer.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads ONNX Runtime and nothing else, as a program of its own, to find out whether it loads here. Safe for use by many threads. */
public final class OnnxRuntimeLibrary {
    private OnnxRuntimeLibrary() {}

    /**
     * Loads the library.
     *
     * @param args the file that gets the library's version
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), LastingEnvironment.get().getVersion());
    }
}
