package io.drydock.train.config;

/**
 * Epochs of the two stages, written {@code 5+2}.
 *
 * @param frozen epochs of the head alone, on cached features
 * @param unfrozen epochs of head and body
 */
public record EpochPlan(int frozen, int unfrozen) {
    public EpochPlan {
        Check.range("epochs.frozen", frozen, 0, 10000);
        Check.range("epochs.unfrozen", unfrozen, 0, 10000);
        Check.require(frozen + unfrozen > 0, "epochs 0+0 train nothing. Write FROZEN+UNFROZEN, such as 5+2.");
    }

    /** Reads {@code 5+2}; a single number counts unfrozen epochs. */
    public static EpochPlan parse(String text) {
        Check.require(
                text.strip().matches("\\d{1,5}(\\+\\d{1,5})?"),
                "\"%s\" is not a number of epochs. Write FROZEN+UNFROZEN, such as 5+2.",
                text);
        String[] words = text.strip().split("\\+");
        return words.length == 1
                ? new EpochPlan(0, Integer.parseInt(words[0]))
                : new EpochPlan(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    public int total() {
        return frozen + unfrozen;
    }

    @Override
    public String toString() {
        return frozen + "+" + unfrozen;
    }
}
