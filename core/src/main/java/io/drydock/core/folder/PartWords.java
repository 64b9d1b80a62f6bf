package io.drydock.core.folder;

import io.drydock.core.split.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which part of a set the name of a folder tells, such as {@code train}, {@code Test_Images} or {@code val2017}. */
public final class PartWords {
    private static final Map<String, Part> WORDS = Map.of(
            "train", Part.TRAIN,
            "training", Part.TRAIN,
            "valid", Part.VALID,
            "val", Part.VALID,
            "validation", Part.VALID,
            "dev", Part.VALID,
            "test", Part.TEST,
            "testing", Part.TEST);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern ENDING = Pattern.compile("(set|data|images?|imgs?|pictures?|photos?)$");

    private PartWords() {}

    /** The part, when the name has one word that tells it and none that tells another. */
    public static Optional<Part> of(String folder) {
        List<Part> told = Arrays.stream(BETWEEN_WORDS.split(folder))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Optional.ofNullable(WORDS.get(word))
                        .or(() -> Optional.ofNullable(
                                WORDS.get(ENDING.matcher(word).replaceFirst(""))))
                        .stream())
                .distinct()
                .toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }
}
