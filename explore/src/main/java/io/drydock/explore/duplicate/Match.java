package io.drydock.explore.duplicate;

import io.drydock.image.hash.Orientation;

/**
 * How well one picture, turned and laid over another, agrees with it.
 *
 * @param orientation how the first is turned
 * @param similarity correlation of gray values where both are, watermarks set aside, in [0, 1]
 * @param detail the same of what is left when soft shading is taken away, in [0, 1]; this is what tells a copy from a
 *     similar scene
 * @param overlap share of the second that the first covers, in [0, 1]
 * @param agreeing share of the overlap where both agree, in [0, 1]; a watermark lowers it
 * @param scale height and width of the second's content in the first, as the square root of areas: below 1 for a crop of
 *     the first, above 1 when the second has a border or shows more
 * @param degrees by which the first is rotated, after turning
 * @param gain contrast of the second over that of the first
 */
public record Match(
        Orientation orientation,
        double similarity,
        double detail,
        double overlap,
        double agreeing,
        double scale,
        double degrees,
        double gain) {
    /** Share of the one that the other covers, whichever lies more within the other, in [0, 1]. */
    public double contained() {
        return Math.max(overlap, Math.min(1, overlap * scale * scale));
    }

    /** The same told from the other side, as far as it can be: the second turned and laid over the first. */
    public Match reversed() {
        boolean mirrored = orientation.mirrors();
        return new Match(
                orientation.inverse(),
                similarity,
                detail,
                Math.min(1, overlap * scale * scale),
                agreeing,
                1 / scale,
                mirrored ? degrees : -degrees,
                1 / gain);
    }
}
