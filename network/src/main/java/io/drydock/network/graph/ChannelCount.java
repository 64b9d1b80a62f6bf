package io.drydock.network.graph;

/** Number of channels of a node's output, found by walking back to the node that decides it. Safe for use by many threads. */
final class ChannelCount implements NodeVisitor<Integer> {
    private final Network network;

    private ChannelCount(Network network) {
        this.network = network;
    }

    static int of(Network network, String nodeName) {
        return network.node(nodeName).accept(new ChannelCount(network));
    }

    private int before(String nodeName) {
        return of(network, nodeName);
    }

    @Override
    public Integer activation(Activation node) {
        return before(node.input());
    }

    @Override
    public Integer add(Add node) {
        return before(node.left());
    }

    @Override
    public Integer averagePool(AveragePool node) {
        return before(node.input());
    }

    @Override
    public Integer batchNorm(BatchNorm node) {
        return node.channels();
    }

    @Override
    public Integer concat(Concat node) {
        return node.inputs().stream().mapToInt(this::before).sum();
    }

    @Override
    public Integer conv(Conv node) {
        return node.outChannels();
    }

    @Override
    public Integer dropout(Dropout node) {
        return before(node.input());
    }

    @Override
    public Integer globalPool(GlobalPool node) {
        return node.kind().width(before(node.input()));
    }

    @Override
    public Integer linear(Linear node) {
        return node.outFeatures();
    }

    @Override
    public Integer maxPool(MaxPool node) {
        return before(node.input());
    }

    @Override
    public Integer scaleShift(ScaleShift node) {
        return node.channels();
    }
}
