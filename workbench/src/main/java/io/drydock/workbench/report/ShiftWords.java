package io.drydock.workbench.report;

import io.drydock.workbench.shift.ShiftLook;
import java.util.Optional;

/** The two-sample test of a shift in words, the same in every place. Safe for use by many threads. */
public final class ShiftWords {
    private ShiftWords() {}

    /** {@code AUC .512 [.498, .526], p .08}; none where there was nothing to test. */
    public static Optional<String> separability(ShiftLook shift) {
        return shift.embedding()
                .map(told -> "AUC " + Numbers.score(told.area()) + " [" + Numbers.score(told.low()) + ", "
                        + Numbers.score(told.high()) + "], p " + Numbers.pValue(told.pValue()));
    }
}
