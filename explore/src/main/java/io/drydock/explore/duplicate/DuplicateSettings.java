package io.drydock.explore.duplicate;

/**
 * When two pictures count as near-duplicates.
 *
 * @param hashNeighbors candidates an image by how it looks from afar
 * @param hashCorrelation least correlation of their hashes, in [-1, 1]
 * @param embeddingNeighbors candidates an image by its embedding
 * @param embeddingCosine least cosine of their embeddings less the mean of all, in [-1, 1]
 * @param similarity least correlation of the aligned gray values, in [0, 1]
 * @param detail least correlation of their detail, in [0, 1]
 * @param markedSimilarity correlation from which less detail will do, in [0, 1]: under a mark, detail is lost, but what
 *     is not covered agrees almost exactly
 * @param markedDetail least correlation of the detail then, in [0, 1]
 * @param contained least share of the one that the other covers, in [0, 1]: a crop lies within its original
 */
public record DuplicateSettings(
        int hashNeighbors,
        double hashCorrelation,
        int embeddingNeighbors,
        double embeddingCosine,
        double similarity,
        double detail,
        double markedSimilarity,
        double markedDetail,
        double contained) {
    /** Raised when the search finds other pairs than before at the same settings. */
    public static final int VERSION = 2;

    /** Chosen on copies of 250 ships; see {@code docs/cleaning.md}. */
    public static final DuplicateSettings DEFAULT = new DuplicateSettings(4, 0.6, 5, 0.4, 0.93, 0.92, 0.9985, 0.6, 0.9);

    /** The settings and the version, to keep results by. */
    public String key() {
        return VERSION + " " + this;
    }
}
