package io.drydock.image.opencv;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.ErrorCallback;

/**
 * OpenCV's log, which goes to standard error and names no file. The binding has no method to set its level, so the
 * native function is called by its symbol; where there is none, the environment variable {@code OPENCV_LOG_LEVEL}, which
 * the launchers set, does the same.
 */
final class DecoderLog {
    private static final String SET_LEVEL = "_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE";
    private static final int SILENT = 0;

    private DecoderLog() {}

    /** Turns it off; call when OpenCV's core is loaded. */
    static void silence() {
        Pointer function = Loader.addressof(SET_LEVEL);
        if (function == null || function.isNull()) {
            return;
        }
        try (LongPointer address = new LongPointer(1)) {
            // A callback's first field is its function; this one takes a level and ignores the rest.
            new ErrorCallback(address.put(function.address()))
                    .call(SILENT, (BytePointer) null, (BytePointer) null, (BytePointer) null, 0, null);
        }
    }
}
