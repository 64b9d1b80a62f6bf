package io.drydock.train.torch;

import io.drydock.core.library.LibraryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;

/** Loads libtorch and nothing else, as a program of its own, to find out whether it loads here. Safe for use by many threads. */
public final class TorchLibrary {
    private TorchLibrary() {}

    /**
     * Loads libtorch and writes what it says of itself.
     *
     * @param args the file that gets the library's version
     */
    public static void main(String[] args) throws IOException {
        LibraryFolder.current().useForJavaCpp();
        try (PointerScope scope = new PointerScope()) {
            double one = torch.ones(1).item_float();
            Files.writeString(
                    Path.of(args[0]),
                    one == 1 ? Loader.getVersion("org.bytedeco", "pytorch") : "wrong: 1 came back as " + one);
        }
    }
}
