package io.drydock.bench;

import java.util.List;
import java.util.Optional;

/** Each way that Drydock works, and the peer's way that it is held against. */
enum Variant {
    TRAIN_FIXED("train", "channels-last, batch norm fixed", "nchw"),
    TRAIN_SAME("train", "channels-last, batch norm trained", "channels_last"),
    FROZEN("frozen", "cached: decode, warp, forward, write", "nchw"),
    PREDICT("predict", "ONNX Runtime, folded", "onnxruntime");

    private final String what;
    private final String description;
    private final String against;

    Variant(String what, String description, String against) {
        this.what = what;
        this.description = description;
        this.against = against;
    }

    String what() {
        return what;
    }

    String description() {
        return description;
    }

    /** The peer's line of the same model and work; of the same batch too where ours has one. */
    static Optional<Measurement> peerOf(Measurement ours, List<Measurement> all) {
        return List.of(values()).stream()
                .filter(variant -> variant.what.equals(ours.what()) && variant.description.equals(ours.variant()))
                .flatMap(variant -> all.stream().filter(other -> variant.matches(ours, other)))
                .findFirst();
    }

    private boolean matches(Measurement ours, Measurement other) {
        return !other.isOurs()
                && other.model().equals(ours.model())
                && other.what().equals(what)
                && other.variant().split(" ", 2)[0].equals(against)
                && (ours.batch() == 0 || other.batch() == ours.batch());
    }
}
