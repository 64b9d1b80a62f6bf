package io.drydock.explore.duplicate;

import io.drydock.image.hash.GrayTile;
import io.drydock.image.hash.Orientation;
import java.util.List;
import java.util.Optional;

/**
 * Judges on their pixels whether two pictures show the same: the one is laid over the other from coarse to fine, and
 * dropped as soon as it cannot be a copy any more. For one thread at a time.
 */
final class Matcher {
    /** Steps of a level, and the similarity to go on. */
    private record Stage(int side, int steps, double least) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(16, 2, 0.5),
            new Stage(16, 2, 0.75),
            new Stage(16, 2, 0.88),
            new Stage(32, 3, 0.92),
            new Stage(64, 3, 0));

    private final Alignment alignment = new Alignment();

    /**
     * How the first, turned, agrees with the second; empty when it soon turns out that they differ.
     *
     * @param first laid over
     */
    Optional<Match> match(GrayTile first, GrayTile second, Orientation orientation) {
        alignment.restart();
        Agreement agreement = new Agreement(1);
        float[] moving = {};
        float[] fixed = {};
        for (Stage stage : STAGES) {
            if (fixed.length != stage.side() * stage.side()) {
                moving = first.turned(orientation, stage.side());
                fixed = second.turned(Orientation.UPRIGHT, stage.side());
                agreement = new Agreement(stage.side());
            }
            if (!alignment.improve(moving, fixed, stage.side(), stage.steps())) {
                return Optional.empty();
            }
            agreement.measure(moving, fixed, alignment);
            if (agreement.similarity() < stage.least()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(
                orientation,
                agreement.similarity(),
                agreement.detail(),
                agreement.overlap(),
                agreement.agreeing(),
                alignment.place().scale(),
                alignment.place().degrees(),
                alignment.gain()));
    }
}
