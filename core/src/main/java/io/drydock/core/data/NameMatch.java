package io.drydock.core.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which image a name in a list means, and how far the two differ.
 *
 * @param how the loosest rule that was needed
 * @param images relative paths with {@code /} that the name can mean: one when it is clear, several when it is not, none when
 *     no file is like it
 */
public record NameMatch(How how, List<String> images) {
    /** Rules by which a name finds its file, the strict ones first. A rule allows what those before it allow, but folders. */
    public enum How {
        /** The name is the path of the file, perhaps written with {@code \} or as an absolute path. */
        EXACT("is its path"),
        /** The two spell an accent in different Unicode forms (NFC and NFD). */
        UNICODE_FORM("in another Unicode form"),
        /** They differ in upper and lower case. */
        CASE("in another case"),
        /** The name has no extension, or another one. */
        EXTENSION("without the extension of the file"),
        /** The name has leading folders that the path lacks, or lacks some that it has. */
        FOLDER("with other leading folders"),
        /** No file is like it. */
        NONE("like no file");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** What a name is that this rule was needed for, after "a name". */
        public String words() {
            return words;
        }

        /** Lower-case name with underscores, as {@code --json} writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final NameMatch NOTHING = new NameMatch(How.NONE, List.of());

    public NameMatch {
        images = List.copyOf(images);
    }

    /** The image, when it is clear which. */
    public Optional<String> image() {
        return images.size() == 1 ? Optional.of(images.get(0)) : Optional.empty();
    }

    /** Whether several files fit equally well. */
    public boolean ambiguous() {
        return images.size() > 1;
    }
}
