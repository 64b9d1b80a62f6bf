package io.drydock.explore.label;

/** What a person found when looking at a given label. */
public enum Outcome {
    /** Nobody has looked, or whoever did could not tell. */
    UNSEEN,
    /** It is right. */
    RIGHT,
    /** It is wrong. */
    WRONG
}
