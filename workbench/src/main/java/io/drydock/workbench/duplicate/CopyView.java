package io.drydock.workbench.duplicate;

import io.drydock.core.finding.ImageGroup;
import io.drydock.explore.duplicate.Match;
import java.util.Map;
import java.util.Optional;

/**
 * A group of copies with how each lies on the one to keep, for people to compare.
 *
 * @param laid by path of a copy, where the two were compared
 */
public record CopyView(ImageGroup group, Map<String, Laid> laid) {
    public CopyView {
        laid = Map.copyOf(laid);
    }

    /**
     * How a copy lies on the one to keep.
     *
     * @param orientation key of how the copy is turned to lie on it, such as {@code as_is} or {@code mirrored}
     * @param similarity in [0, 1]
     * @param scale of the kept one's content in the copy: below 1 where the copy shows more
     * @param degrees by which the copy is rotated, after turning
     */
    public record Laid(String orientation, double similarity, double scale, double degrees) {
        /** The parts of a match that a person can see. */
        public static Laid of(Match match) {
            return new Laid(match.orientation().key(), match.similarity(), match.scale(), match.degrees());
        }
    }

    /** Empty for the one to keep, and where nobody compared the two. */
    public Optional<Laid> of(String image) {
        return Optional.ofNullable(laid.get(image));
    }
}
