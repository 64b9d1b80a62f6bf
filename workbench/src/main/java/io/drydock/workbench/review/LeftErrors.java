package io.drydock.workbench.review;

import io.drydock.core.metric.Measured;
import io.drydock.explore.label.RemainingErrors;
import java.util.Locale;
import java.util.Optional;

/**
 * The wrong labels that are estimated to be left, and what the estimate rests on.
 *
 * @param errors with their 95 % interval
 * @param isWide whether the interval is too wide to tell anything
 * @param judged verdicts that it rests on
 * @param sampled those of them beyond the head of the ranking, such as on the random sample
 */
public record LeftErrors(Measured errors, boolean isWide, int judged, int sampled) {
    /** Verdicts on the sample that made the interval narrow in simulations; see docs/measurements/remaining-errors.md. */
    private static final int ENOUGH = 50;

    private static final int WORTH_ASKING = 10;

    public static LeftErrors of(RemainingErrors errors) {
        return new LeftErrors(errors.remaining(), errors.isWide(), errors.judged(), errors.sampled());
    }

    /** {@code about 60 (48-72) wrong labels left}, or that the data do not tell. */
    public String words() {
        return isWide
                ? String.format(
                        Locale.ROOT,
                        "between %,.0f and %,.0f wrong labels left, not known better",
                        errors.low(),
                        errors.high())
                : String.format(
                        Locale.ROOT,
                        "about %,.0f (%,.0f-%,.0f) wrong labels left",
                        errors.value(),
                        errors.low(),
                        errors.high());
    }

    /** What makes a wide interval narrow; empty where it is narrow. */
    public Optional<String> note() {
        return isWide
                ? Optional.of(
                        "The number of wrong labels is not known yet. Judge " + Math.max(WORTH_ASKING, ENOUGH - sampled)
                                + " images of the random sample: drydock review --kind random_sample.")
                : Optional.empty();
    }
}
