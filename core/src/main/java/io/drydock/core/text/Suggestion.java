package io.drydock.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. Safe for use by many threads. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest known word by edits and swaps of neighbors, if it is near enough to be meant; case counts little. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            String word = candidate.toLowerCase(Locale.ROOT);
            int distance = distance(wanted, word);
            int allowed = Math.max(1, Math.max(wanted.length(), word.length()) / 3);
            boolean prefix = wanted.length() >= 3 && word.startsWith(wanted);
            if ((distance <= allowed || prefix) && distance < bestDistance && !candidate.isEmpty()) {
                best = Optional.of(candidate);
                bestDistance = distance;
            }
        }
        return wanted.length() < 2 && bestDistance > 0 ? Optional.empty() : best;
    }

    /** {@code  Did you mean "Cargo"?} with a leading space, or nothing. */
    public static String didYouMean(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(word -> " Did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** Edit distance with swaps of neighbors (optimal string alignment). */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, Math.min(row[j - 1], last[j]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
