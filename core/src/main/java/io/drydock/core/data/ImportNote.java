package io.drydock.core.data;

import java.util.Collection;
import java.util.List;

/**
 * One thing to know about many names, files or folders of an import.
 *
 * @param count how many names, files or folders it is about, at least 1
 * @param message one or two sentences with the count, an example, and what to do
 * @param examples the first few of them
 */
public record ImportNote(NoteCode code, int count, String message, List<String> examples) {
    private static final int SHOWN = 3;

    public ImportNote {
        examples = List.copyOf(examples);
    }

    /** A note about these; the first few become its examples. */
    public static ImportNote about(NoteCode code, Collection<String> all, String message) {
        return new ImportNote(
                code, all.size(), message, all.stream().limit(SHOWN).toList());
    }

    /** The first few with commas, and how many more there are: {@code a, b, c and 4 more}. */
    public static String listed(Collection<String> all) {
        String first = String.join(", ", all.stream().limit(SHOWN).toList());
        return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
    }
}
