package io.drydock.core.finding;

import io.drydock.core.split.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something about one image that a person should look at.
 *
 * @param id the same whenever the same check finds the same content; see {@link #idOf}
 * @param rank place among the findings of its kind, from 1, the most suspect first
 * @param score in [0, 1], low = suspect
 * @param image relative path with {@code /}
 * @param part where the image is; empty when nothing was split yet
 * @param label class index now; empty for an image to be predicted
 * @param suggested class index the evidence points to; empty when the finding is not about the label
 * @param evidence what a person needs to judge, in the order to show it: texts, numbers, booleans, and lists and maps of
 *     them, by {@code snake_case} key
 */
public record Finding(
        String id,
        FindingKind kind,
        int rank,
        double score,
        String image,
        Optional<Part> part,
        OptionalInt label,
        OptionalInt suggested,
        Map<String, Object> evidence) {
    private static final int ID_DIGITS = 16;

    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a finding's score must lie in [0, 1], was " + score + " for " + image);
        }
        if (rank < 1) {
            throw new IllegalArgumentException("ranks start at 1, was " + rank + " for " + image);
        }
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /**
     * The id of a finding: its kind and 16 hex digits over the check's version and the contents it is about.
     *
     * @param version of the check: raised when its results mean something else
     * @param sha256 hash of the image's file, then of others that the finding is about
     */
    public static String idOf(FindingKind kind, int version, String... sha256) {
        MessageDigest digest = sha256Digest();
        digest.update((kind.key() + "\n" + version).getBytes(StandardCharsets.UTF_8));
        for (String hash : sha256) {
            digest.update(("\n" + hash).getBytes(StandardCharsets.UTF_8));
        }
        return kind.key() + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    }

    /** The same finding in another place among its kind. */
    public Finding ranked(int place) {
        return new Finding(id, kind, place, score, image, part, label, suggested, evidence);
    }

    /** The same finding under another id. */
    public Finding named(String otherId) {
        return new Finding(otherId, kind, rank, score, image, part, label, suggested, evidence);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
