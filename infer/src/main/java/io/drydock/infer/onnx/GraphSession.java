package io.drydock.infer.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.drydock.core.data.ImageSize;
import io.drydock.core.error.WeightsException;
import io.drydock.infer.batch.InputBatch;
import io.drydock.network.onnx.GraphChecksum;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph that takes one float image batch [n, 3, height, width], opened in ONNX Runtime. Safe for use by many
 * threads: closing waits for the batches under way, since the library would read freed memory and end the process.
 */
final class GraphSession implements AutoCloseable {
    private final OrtEnvironment environment = LastingEnvironment.get();
    /** Each batch holds the read lock; closing takes the write lock. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private final SessionSettings settings;
    private final OrtSession session;
    private final String name;
    private final String input;
    private final long[] inputShape;
    private boolean closed;

    private GraphSession(String name, SessionSettings settings, Opener opener) {
        this.name = name;
        this.settings = settings;
        OrtSession opened = null;
        try (SessionOptions options = options(settings)) {
            opened = opener.open(environment, options);
            this.session = opened;
            if (session.getInputNames().size() != 1) {
                throw new WeightsException(name + " has inputs " + session.getInputNames()
                        + ". It must have exactly one, the image batch: export the image part alone.");
            }
            this.input = session.getInputNames().iterator().next();
            this.inputShape = shape(session.getInputInfo(), input);
            if (inputShape.length != 4) {
                throw new WeightsException(name + ": input " + input + " has " + inputShape.length
                        + " dimensions. It must be [n, 3, height, width].");
            }
        } catch (OrtException e) {
            WeightsException failure =
                    new WeightsException(name + " cannot be opened as an ONNX model: " + firstLine(e), e);
            closeQuietly(opened, failure);
            throw failure;
        } catch (WeightsException e) {
            closeQuietly(opened, e);
            throw e;
        }
    }

    /**
     * A graph from the bytes of an ONNX file.
     *
     * @param name what messages call it
     */
    static GraphSession of(String name, byte[] model, SessionSettings settings) {
        return new GraphSession(name, settings, (environment, options) -> environment.createSession(model, options));
    }

    /** A graph from a file, verified where it has a checksum. */
    static GraphSession read(Path file, SessionSettings settings) {
        if (!Files.isRegularFile(file)) {
            throw new WeightsException(file + " is not there. An ONNX model file was expected.");
        }
        GraphChecksum.verify(file);
        return new GraphSession(
                file.toString(),
                settings,
                (environment, options) -> environment.createSession(file.toString(), options));
    }

    private static SessionOptions options(SessionSettings settings) throws OrtException {
        SessionOptions options = new SessionOptions();
        // Errors reach the caller as exceptions. A pass cut off by the end of the process would log its failure
        // through a logger that is gone by then, and crash.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(settings.threadsPerLane());
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        return options;
    }

    SessionSettings settings() {
        return settings;
    }

    /** What the file says about itself, by key. */
    Map<String, String> metadata() {
        begin();
        try {
            return Map.copyOf(session.getMetadata().getCustomMetadata());
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** Whether the graph gives an output of this name. */
    boolean gives(String output) {
        return session.getOutputNames().contains(output);
    }

    /** Width of an output [n, width]. */
    int width(String output) {
        try {
            if (!gives(output)) {
                throw new WeightsException(name + " has no output \"" + output + "\", only " + session.getOutputNames()
                        + ". Export the model again with it.");
            }
            long[] shape = shape(session.getOutputInfo(), output);
            if (shape.length != 2 || shape[1] < 1) {
                throw new WeightsException(name + ": output " + output + " has shape " + Arrays.toString(shape)
                        + ". It must be [n, width] with a fixed width.");
            }
            return Math.toIntExact(shape[1]);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Shapes of the outputs that are tensors of 32-bit floats, in file order; a free dimension is -1. */
    Map<String, long[]> floatOutputs() {
        try {
            Map<String, long[]> shapes = new LinkedHashMap<>();
            session.getOutputInfo().forEach((output, info) -> {
                if (info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
                    shapes.put(output, tensor.getShape());
                }
            });
            return shapes;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** The one batch size that the input takes, or empty when any will do. */
    Optional<Integer> fixedBatch() {
        return inputShape[0] > 0 ? Optional.of(Math.toIntExact(inputShape[0])) : Optional.empty();
    }

    /** The one size of the input, or empty when any will do. */
    Optional<ImageSize> fixedSize() {
        return inputShape[2] > 0 && inputShape[3] > 0
                ? Optional.of(new ImageSize(Math.toIntExact(inputShape[2]), Math.toIntExact(inputShape[3])))
                : Optional.empty();
    }

    /**
     * Runs a batch and hands the asked output to the reader while it lives.
     *
     * @throws IllegalStateException if the session is closed, or ONNX Runtime fails
     */
    void run(FloatBuffer nchw, int n, ImageSize size, String output, OutputReader reader) {
        FloatBuffer batch = InputBatch.of(nchw, n, size);
        requireSize(size);
        long[] shape = {n, 3, size.height(), size.width()};
        begin();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, batch, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            OnnxTensor value = (OnnxTensor) result.get(0);
            reader.read(value.getFloatBuffer(), value.getInfo().getShape());
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** Keeps the session open until the read lock is released. */
    private void begin() {
        use.readLock().lock();
        if (closed) {
            use.readLock().unlock();
            throw new IllegalStateException(name + " was closed. Open it again.");
        }
    }

    private void requireSize(ImageSize size) {
        fixedSize().filter(fixed -> !fixed.equals(size)).ifPresent(fixed -> {
            throw new IllegalArgumentException(name + " takes pictures of " + fixed + " only, was given " + size);
        });
    }

    /** Frees the session when no batch is under way any more; closing again does nothing. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private static long[] shape(Map<String, NodeInfo> nodes, String node) {
        NodeInfo info = nodes.get(node);
        if (info != null && info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            return tensor.getShape();
        }
        throw new WeightsException("\"" + node + "\" of the ONNX model is not a tensor of 32-bit floats.");
    }

    private IllegalStateException failed(OrtException e) {
        return new IllegalStateException(name + " failed in ONNX Runtime: " + firstLine(e), e);
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
    }

    private static void closeQuietly(@Nullable OrtSession session, WeightsException reason) {
        if (session != null) {
            try {
                session.close();
            } catch (OrtException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Opens a session from bytes or a file. */
    private interface Opener {
        OrtSession open(OrtEnvironment environment, SessionOptions options) throws OrtException;
    }

    /** Reads one output. */
    interface OutputReader {
        /**
         * Takes the output while it lives.
         *
         * @param values row-major, position 0
         * @param shape of the output
         */
        void read(FloatBuffer values, long[] shape);
    }
}
