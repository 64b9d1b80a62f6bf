package io.drydock.studio.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret that the opened address carries and the cookie keeps.
 *
 * @param value hex digits
 */
public record AccessToken(String value) {
    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    /** One that nobody can guess. */
    public static AccessToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AccessToken(HexFormat.of().formatHex(bytes));
    }

    /** The token of a text; empty where the text is none. */
    static Optional<AccessToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccessToken(text)) : Optional.empty();
    }

    /** Whether a text is this token, in a time that does not depend on where it differs. */
    public boolean matches(@Nullable String text) {
        return text != null
                && MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AccessToken[...]";
    }
}
