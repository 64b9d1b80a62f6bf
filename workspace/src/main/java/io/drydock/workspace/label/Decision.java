package io.drydock.workspace.label;

import io.drydock.core.label.Action;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody decided about one image, before the journal gives it a place.
 *
 * @param action relabel, drop, keep, unsure or duplicate-of
 * @param sha256 content of the image when it was decided
 * @param newLabel class code after; on duplicate-of the path of the image that stays
 * @param finding kind of the finding that led here, if one did
 * @param score of that finding, low = suspect
 */
public record Decision(
        Action action,
        String image,
        String sha256,
        Optional<String> oldLabel,
        Optional<String> newLabel,
        Optional<String> finding,
        OptionalDouble score) {
    public Decision {
        if (!action.isDecision()) {
            throw new IllegalArgumentException(action.key() + " is no decision about an image");
        }
    }
}
