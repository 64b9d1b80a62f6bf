package io.drydock.workbench.config;

import java.util.Optional;

/**
 * Which images a run trains on, and what it starts from.
 *
 * @param split number of the split; 0 for the current one, resolved before the run is written
 * @param fold fold to hold out in place of the split's valid part
 * @param allData whether train and valid are both trained on; no validation score then
 * @param from run whose weights it starts from, by name
 */
public record DataChoice(int split, Optional<Integer> fold, boolean allData, Optional<String> from) {
    /** Train and valid parts of the current split, from pretrained weights. */
    public static final DataChoice CURRENT_SPLIT = new DataChoice(0, Optional.empty(), false, Optional.empty());

    public DataChoice withSplit(int number) {
        return new DataChoice(number, fold, allData, from);
    }

    public DataChoice withFold(int heldOut) {
        return new DataChoice(split, Optional.of(heldOut), allData, from);
    }

    public DataChoice withFrom(Optional<String> run) {
        return new DataChoice(split, fold, allData, run);
    }
}
