package io.drydock.train.config;

/** What becomes of the body's batch norms in the unfrozen epochs. docs/recipes.md has the measurements. */
public enum BatchNormMode {
    /** Chosen by the network, see {@link TrainConfig#batchNorm}. */
    AUTO,
    /**
     * Folded into the convolutions, whose weights then train, the statistics being the pretrained ones. A rate moves the folded
     * weights by other shares than those in the file, which undoes much of what a head has learned before (Deploy mode of You et
     * al., arXiv:2305.11624).
     */
    FOLDED,
    /** Trained as usual, on the statistics of each batch. */
    TRAINED,
    /**
     * Statistics fixed, scale and shift trained. Multiplied into the convolutions on every pass, so as fast as folded; a rate
     * moves the weights by what they are in the file, not by what folding made of them (Tune mode of arXiv:2305.11624).
     */
    FIXED,
    /**
     * As {@code FIXED}, with the statistics of the head's norms kept too, as the frozen epochs left them. Statistics that follow a
     * body in training lag behind it: lite0 then validates far below what it trains (docs/measurements/fine-tuning.md).
     */
    FIXED_ALL;

    /** Whether the body's norms train on the statistics that they came with. */
    public boolean keepsBodyStatistics() {
        return this == FIXED || this == FIXED_ALL;
    }
}
