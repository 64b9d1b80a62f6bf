package io.drydock.network.graph;

/** One method for each kind of node: an executor or writer of networks cannot forget one. */
public interface NodeVisitor<R> {
    R activation(Activation node);

    R add(Add node);

    R averagePool(AveragePool node);

    R batchNorm(BatchNorm node);

    R concat(Concat node);

    R conv(Conv node);

    R dropout(Dropout node);

    R globalPool(GlobalPool node);

    R linear(Linear node);

    R maxPool(MaxPool node);

    R scaleShift(ScaleShift node);
}
