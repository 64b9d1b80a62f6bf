package io.drydock.explore.label;

/** What a person found when looking at a given label. */
public enum Outcome {
    /** Nobody has looked, or whoever did could not tell. */
    UNSEEN,
    /** It is right. */
    RIGHT,
    /** It is wrong. */
    WRONG,
    /** It is right, and the image was picked by a person, not by its rank or at random: it says nothing of other images. */
    PICKED_RIGHT,
    /** It is wrong, and the image was picked by a person, not by its rank or at random: it says nothing of other images. */
    PICKED_WRONG;

    /** Whether the label is known to be wrong. */
    public boolean isWrong() {
        return this == WRONG || this == PICKED_WRONG;
    }
}
