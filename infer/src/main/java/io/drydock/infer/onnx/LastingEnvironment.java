package io.drydock.infer.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's environment, kept until the process is gone. The library's Java binding releases it in a shutdown hook of
 * its own, beside the hook in which Ctrl-C waits for a training's checkpoint; a model opened after that fails or takes
 * the process down (microsoft/onnxruntime issue 31352). The native environment counts its references, so a second one,
 * never released, keeps it usable. The binding offers no public way to take one. Safe for use by many threads.
 */
final class LastingEnvironment {
    private LastingEnvironment() {}

    /** @throws io.drydock.core.error.ConfigException if the library on the class path reports usage */
    static OrtEnvironment get() {
        RuntimeFiles.prepare();
        return Held.ENVIRONMENT;
    }

    /** Made at the first use, after the library was found fit. */
    private static final class Held {
        private static final OrtEnvironment ENVIRONMENT = held();
    }

    private static OrtEnvironment held() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        silence(environment);
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "drydock");
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of the binding: models can then not be opened once the process is going down.
            return environment;
        }
        return environment;
    }

    /** Switches off the trace events that builds for Windows give to the operating system. */
    private static void silence(OrtEnvironment environment) {
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime's telemetry cannot be switched off", e);
        }
    }
}
