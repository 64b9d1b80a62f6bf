package io.drydock.train.torch;

import io.drydock.core.error.TrainingException;
import io.drydock.core.library.LibraryFolder;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** Loads libtorch, which takes a second or two and is done only where something trains. Safe for use by many threads. */
public final class TorchRuntime {
    private TorchRuntime() {}

    /**
     * Loads libtorch where it is not yet loaded and sets its number of threads for this process.
     *
     * @throws TrainingException if the library does not load on this machine
     */
    public static void start(int threads) {
        LibraryFolder.current().useForJavaCpp();
        try {
            Loader.load(torch.class);
        } catch (UnsatisfiedLinkError e) {
            throw new TrainingException(
                    "libtorch does not load on this machine: " + firstLine(e) + " See drydock doctor.", e);
        }
        torch.set_num_threads(threads);
        Context.setFlushDenormal(true);
    }

    /** libtorch's version and build, in many lines. */
    public static String description() {
        return torch.show_config().getString();
    }

    /** What an error of libtorch says, without its C++ frames. */
    public static String firstLine(Throwable error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
