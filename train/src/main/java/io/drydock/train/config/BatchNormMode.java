package io.drydock.train.config;

/** What becomes of the body's batch norms in the unfrozen epochs. */
public enum BatchNormMode {
    /** Folded into the convolutions, whose weights then train: fastest; the statistics stay the pretrained ones. */
    FOLDED,
    /** Trained as usual, on the statistics of each batch. */
    TRAINED,
    /** Statistics fixed, scale and shift trained. */
    FIXED
}
