package io.drydock.workbench.report;

import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.subject.SeveralLook;

/** What a ranking of pictures by several subjects is worth, in words. Safe for use by many threads. */
final class SeveralWords {
    private SeveralWords() {}

    /** One sentence or two: how far the list is to be believed, or why there is none. */
    static String of(SeveralLook look) {
        return look.notMade()
                .map(reason -> "Not looked for: " + reason + ".")
                .orElseGet(() ->
                        "A ranking, not a verdict: about half of the first forty showed a second ship when looked at"
                                + " in the set of 8,932 ships it was tried on, and 5 of forty random pictures."
                                + (look.listed()
                                                .map(SeveralLook.Listed::counted)
                                                .orElse(true)
                                        ? ""
                                        : " That was by " + Encoder.standard().name()
                                                + "; by this encoder none were counted."));
    }

    /** How well two subjects were told from one in pictures put together; empty when the check was not made. */
    static String made(SeveralLook look) {
        return look.listed()
                .map(listed -> " Pictures put together from this set and held back were told from their counterparts"
                        + " with an area under the ROC curve of "
                        + Numbers.score(listed.made().area()) + "; real ones are harder.")
                .orElse("");
    }
}
