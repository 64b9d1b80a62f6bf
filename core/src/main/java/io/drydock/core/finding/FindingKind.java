package io.drydock.core.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding says of an image. */
public enum FindingKind {
    LABEL_ISSUE("Label issue", "The picture looks like another class than its label says.", "Relabel it, or keep it."),
    CONFLICT(
            "Conflicting copies",
            "The same picture has two labels: at least one is wrong.",
            "Give all copies the right label, then drop all but one."),
    LEAK(
            "Leak",
            "The same picture stands in two parts: a score has seen the answer in training.",
            "Drop the copy, or draw a split that keeps copies together."),
    DUPLICATE(
            "Exact copy",
            "The same picture, as a file or pixel by pixel.",
            "Drop all but one, unless the copies are meant to weigh more."),
    NEAR_DUPLICATE(
            "Near-duplicate",
            "The same picture after a crop, a new size, a filter or another encoding.",
            "Compare the two, and drop the worse."),
    GRAY("Gray", "The picture has no color.", "Keep it, and train with grayscale augmentation."),
    TINTED(
            "Tinted",
            "The picture has one color only, as a sepia print.",
            "Keep it, and train with grayscale augmentation."),
    DARK("Dark", "The picture is darker than nearly all others.", "Keep it if the subject can be seen."),
    LIGHT("Light", "The picture is lighter than nearly all others.", "Keep it if the subject can be seen."),
    LOW_CONTRAST("Low contrast", "The picture spans few tones.", "Keep it if the subject can be seen."),
    BLURRY("Blurred", "The picture has few sharp edges for its size.", "Keep it if the subject can be seen."),
    LOW_INFORMATION(
            "Little in it", "The picture holds little but flat areas.", "Drop it if nothing of the subject is in it."),
    ODD_SIZE("Odd size", "The picture's size is far from what the set has.", "Look whether it belongs to the set."),
    ODD_ASPECT(
            "Odd shape",
            "The picture is much wider or taller than the set's are.",
            "See by drydock preview what resizing leaves of it."),
    BORDER("Border", "Bars of one color frame the picture.", "Keep it, or crop the file and import again."),
    SEVERAL_OBJECTS(
            "Several objects",
            "The picture seems to show more than one subject: a ranking, not a verdict.",
            "Keep it if all are of the class; drop it if the label is true of only one."),
    OUTLIER(
            "Outlier",
            "The picture is unlike all others of its class.",
            "Drop it if it does not belong to the set; else keep it: rare views are worth much."),
    UNLIKE_TEST(
            "Unlike the test images",
            "The picture looks like nothing that is to be predicted.",
            "Keep it, unless it does not belong to the set."),
    RANDOM_SAMPLE(
            "Random sample",
            "Nothing is known against the label: chance picked the picture.",
            "Keep or relabel it: only such answers tell how many wrong labels no check lists."),
    UNLABELED(
            "No label",
            "Nobody has said what the picture shows.",
            "Give it a class: the queue begins with what teaches a model most.");

    private final String title;
    private final String meaning;
    private final String advice;

    FindingKind(String title, String meaning, String advice) {
        this.title = title;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** Lower-case name as {@code --json} and options write it, such as {@code label_issue}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a key, if there is one. */
    public static Optional<FindingKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** A few words as people read them. */
    public String title() {
        return title;
    }

    /** One sentence: what it says of a picture. */
    public String meaning() {
        return meaning;
    }

    /** One sentence: what to do about it. */
    public String advice() {
        return advice;
    }
}
