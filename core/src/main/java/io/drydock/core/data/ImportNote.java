package io.drydock.core.data;

import java.util.Collection;
import java.util.List;

/**
 * Something that an import took another way than it was written, or that the user should check; no row is lost by it.
 *
 * @param code lower-case words with underscores, as {@code --json} writes it
 * @param count rows, images or cells that it concerns, at least 1
 * @param message what was found, where, and what to do if it is wrong
 * @param examples a few of them, as the user wrote them; possibly none
 */
public record ImportNote(String code, int count, String message, List<String> examples) {
    /** How many examples a note carries at most. */
    public static final int SHOWN = 3;

    public ImportNote {
        if (code.isBlank() || count < 1) {
            throw new IllegalArgumentException("a note needs a code and a count, was " + code + ", " + count);
        }
        examples = examples.stream().limit(SHOWN).toList();
    }

    /** A note about these; the first few become its examples. */
    public static ImportNote about(NoteCode code, Collection<String> all, String message) {
        return new ImportNote(code.key(), all.size(), message, List.copyOf(all));
    }

    /** The first few with commas, and how many more there are: {@code a, b, c and 4 more}. */
    public static String listed(Collection<String> all) {
        String first = String.join(", ", all.stream().limit(SHOWN).toList());
        return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
    }
}
