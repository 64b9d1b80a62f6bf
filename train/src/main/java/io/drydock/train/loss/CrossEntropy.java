package io.drydock.train.loss;

import static org.bytedeco.pytorch.global.torch.log_softmax;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Cross entropy between softmax outputs and soft targets. Safe for use by many threads. */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Sum over images and classes of {@code -target * log softmax(logit)}, divided by {@code images}.
     *
     * @param logits [n, classes]
     * @param targets [n, classes], see {@link Targets}
     * @param images size of the whole batch, of which these may be a micro-batch
     * @return scalar
     */
    public static Tensor of(Tensor logits, Tensor targets, int images) {
        return log_softmax(logits, 1).mul(targets).sum().mul(new Scalar(-1.0 / images));
    }
}
