package io.drydock.train.torch;

import io.drydock.core.error.TrainingException;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;

/** A thread that computes a network over its part of each batch, on its own share of the cores. For one thread at a time. */
final class Lane implements AutoCloseable {
    private final TorchWeights weights;
    private final TorchNetwork network;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("lane"));
    /** Features that wait for their gradients; they hold what the backward pass needs. */
    private Optional<Tensor> open = Optional.empty();

    /**
     * @param weights whose gradients this lane adds to, those of no other lane
     * @param threads of libtorch within it, at least 1
     */
    Lane(TorchWeights weights, TrainingPlan plan, int threads) {
        this.weights = weights;
        this.network = new TorchNetwork(weights, plan);
        all(List.of(thread.submit(() -> {
            // Asking first takes over the process's number here, so that no later operation does and ours stays.
            torch.get_num_threads();
            torch.set_num_threads(threads);
            return threads;
        })));
    }

    TorchWeights weights() {
        return weights;
    }

    /** Features of a part, without their graph, to be closed by the caller. */
    Future<Tensor> features(Tensor part) {
        return thread.submit(() -> {
            forget();
            Tensor made = Lasting.of(() -> network.features(part));
            open = Optional.of(made);
            return Lasting.of(made::detach);
        });
    }

    /** Adds up gradients for the features of the call before. */
    Future<Boolean> backward(Tensor gradients) {
        return thread.submit(() -> {
            try (PointerScope scope = new PointerScope()) {
                Tensor features = open.orElseThrow();
                if (features.requires_grad()) {
                    features.backward(gradients, new BoolOptional(), false, new TensorArrayRefOptional());
                }
                return features.requires_grad();
            } finally {
                forget();
            }
        });
    }

    /** The network's output for a part as in use, to be closed by the caller. */
    Future<Tensor> evaluate(Tensor part) {
        return thread.submit(() -> Lasting.of(() -> network.evaluate(part)));
    }

    private void forget() {
        open.ifPresent(Tensor::close);
        open = Optional.empty();
    }

    /** What all of the lanes' tasks give; when one fails the others are waited for first, since they share their input. */
    static <T> List<T> all(List<Future<T>> tasks) {
        List<T> results = new ArrayList<>();
        Optional<ExecutionException> failure = Optional.empty();
        for (Future<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                failure = failure.or(() -> Optional.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrainingException("Training was interrupted in the middle of a step.", e);
            }
        }
        failure.ifPresent(Lane::raise);
        return results;
    }

    private static void raise(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException known) {
            throw known;
        }
        throw new IllegalStateException("a part of a batch could not be computed", failure);
    }

    @Override
    public void close() {
        all(List.of(thread.submit(() -> {
            forget();
            return true;
        })));
        thread.shutdown();
    }
}
