package io.drydock.train.optimizer;

import static org.bytedeco.pytorch.global.torch.sqrt_out;

import io.drydock.network.weights.WeightSet;
import io.drydock.train.config.OptimizerConfig;
import io.drydock.train.torch.FlatLayout;
import io.drydock.train.torch.Lasting;
import io.drydock.train.torch.TorchWeights;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101), none on tensors of one dimension. Its state is
 * two flat tensors in the layout of the weights, worked through on the CPU in pieces that fit a core's cache, and on a GPU in
 * as few as there are rates. For one thread at a time.
 */
public final class AdamW implements AutoCloseable {
    private static final int PIECE = 1 << 14;

    private final TorchWeights weights;
    private final OptimizerConfig config;
    private final Tensor first;
    private final Tensor second;
    private final Tensor scratch;
    private final List<Piece> pieces = new ArrayList<>();
    private long steps;

    public AdamW(TorchWeights weights, OptimizerConfig config) {
        this.weights = weights;
        this.config = config;
        int trained = weights.layout().trained();
        int longest = weights.device().cpu() ? PIECE : Math.max(1, trained);
        this.first = Lasting.of(() -> weights.device().zeros(trained));
        this.second = Lasting.of(() -> weights.device().zeros(trained));
        this.scratch = Lasting.of(() -> weights.device().zeros(longest));
        for (FlatLayout.Segment segment : weights.layout().segments()) {
            for (int at = 0; at < segment.length(); at += longest) {
                pieces.add(piece(segment, segment.offset() + at, Math.min(longest, segment.length() - at)));
            }
        }
    }

    private record Piece(
            int group, boolean decayed, Tensor value, Tensor gradient, Tensor first, Tensor second, Tensor scratch) {
        void close() {
            value.close();
            gradient.close();
            first.close();
            second.close();
            scratch.close();
        }
    }

    private Piece piece(FlatLayout.Segment segment, int offset, int length) {
        return new Piece(
                segment.group(),
                segment.decayed(),
                part(weights.values(), offset, length),
                part(weights.gradients(), offset, length),
                part(first, offset, length),
                part(second, offset, length),
                part(scratch, 0, length));
    }

    private static Tensor part(Tensor flat, int offset, int length) {
        return Lasting.of(() -> flat.narrow(0, offset, length));
    }

    /** Euclidean norm over all gradients; summed up in double precision, for float sums over millions lose digits. */
    public double gradientNorm() {
        try (PointerScope scope = new PointerScope()) {
            double squares = 0;
            for (Piece piece : pieces) {
                double norm = piece.gradient().norm().item_float();
                squares += norm * norm;
            }
            return Math.sqrt(squares);
        }
    }

    /**
     * Scales the gradients down so that their norm is at most {@code limit}.
     *
     * @return the norm before
     */
    public double clip(double limit) {
        double norm = gradientNorm();
        if (norm > limit) {
            try (PointerScope scope = new PointerScope()) {
                weights.gradients().mul_(new Scalar(limit / (norm + 1e-6)));
            }
        }
        return norm;
    }

    /**
     * Moves the weights by one step against their gradients.
     *
     * @param rates learning rate of each parameter group
     * @param beta1 decay of the first moment in this step
     */
    public void step(double[] rates, double beta1) {
        steps++;
        double correction1 = 1 - Math.pow(beta1, (double) steps);
        double correction2 = 1 - Math.pow(config.beta2(), (double) steps);
        try (NoGradGuard guard = new NoGradGuard();
                PointerScope scope = new PointerScope()) {
            Scalar towardGradient = new Scalar(1 - beta1);
            Scalar keepSecond = new Scalar(config.beta2());
            Scalar addSecond = new Scalar(1 - config.beta2());
            Scalar root = new Scalar(1 / Math.sqrt(correction2));
            Scalar epsilon = new Scalar(config.epsilon());
            Scalar[] moves = new Scalar[rates.length];
            Scalar[] decays = new Scalar[rates.length];
            for (int g = 0; g < rates.length; g++) {
                moves[g] = new Scalar(-rates[g] / correction1);
                decays[g] = new Scalar(1 - rates[g] * config.weightDecay());
            }
            for (Piece piece : pieces) {
                if (rates[piece.group()] == 0) {
                    continue;
                }
                piece.first().lerp_(piece.gradient(), towardGradient);
                piece.second().mul_(keepSecond);
                piece.second().addcmul_(piece.gradient(), piece.gradient(), addSecond);
                sqrt_out(piece.scratch(), piece.second());
                piece.scratch().mul_(root);
                piece.scratch().add_(epsilon);
                if (piece.decayed() && config.weightDecay() > 0) {
                    piece.value().mul_(decays[piece.group()]);
                }
                piece.value().addcdiv_(piece.first(), piece.scratch(), moves[piece.group()]);
            }
        }
    }

    /** Steps taken so far. */
    public long steps() {
        return steps;
    }

    /** First moments by tensor name. */
    public WeightSet firstMoments() {
        return weights.named(first);
    }

    /** Second moments by tensor name. */
    public WeightSet secondMoments() {
        return weights.named(second);
    }

    /** Takes over a state written by another optimizer of the same layout. */
    public void restore(long stepsTaken, WeightSet firstMoments, WeightSet secondMoments) {
        int trained = weights.layout().trained();
        TorchWeights.write(first, weights.layout().pack(firstMoments, trained));
        TorchWeights.write(second, weights.layout().pack(secondMoments, trained));
        steps = stepsTaken;
    }

    @Override
    public void close() {
        pieces.forEach(Piece::close);
        first.close();
        second.close();
        scratch.close();
    }
}
