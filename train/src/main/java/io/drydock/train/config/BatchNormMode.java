package io.drydock.train.config;

/** What becomes of the body's batch norms in the unfrozen epochs. */
public enum BatchNormMode {
    /** Folded into the convolutions, whose weights then train: fastest; the statistics stay the pretrained ones. */
    FOLDED,
    /** Trained as usual, on the statistics of each batch. */
    TRAINED,
    /**
     * Statistics fixed, scale and shift trained. Multiplied into the convolutions on every pass, so as fast as folded; a rate
     * moves the weights by what they are in the file, not by what folding made of them (in an EfficientNet's widening
     * convolutions a fourth to a sixth), which bears higher rates.
     */
    FIXED
}
