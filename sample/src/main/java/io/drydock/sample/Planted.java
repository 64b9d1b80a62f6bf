package io.drydock.sample;

import java.util.List;
import java.util.Map;

/**
 * What was written and what was hidden in it.
 *
 * @param classOfImage true code of every picture that shows a ship, labelled or test
 * @param several pictures of two ships
 */
public record Planted(
        Map<String, String> classOfImage,
        List<Mislabel> mislabeled,
        List<Copy> copies,
        List<String> gray,
        List<String> several,
        List<Broken> broken) {
    public Planted {
        classOfImage = Map.copyOf(classOfImage);
        mislabeled = List.copyOf(mislabeled);
        copies = List.copyOf(copies);
        gray = List.copyOf(gray);
        several = List.copyOf(several);
        broken = List.copyOf(broken);
    }

    /** A row whose code is not what the picture shows. */
    public record Mislabel(String image, String code, String trueCode) {}

    /** A second file of the same picture. */
    public record Copy(String image, String original, CopyKind kind) {}

    /** A file that cannot be decoded. */
    public record Broken(String image, BrokenKind kind) {}

    /** Copies of one kind. */
    public List<Copy> copies(CopyKind kind) {
        return copies.stream().filter(copy -> copy.kind() == kind).toList();
    }
}
