package io.drydock.core.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A labelled image set as of one position of the journal: value, in path order of import. */
public record Dataset(ClassList classes, List<LabeledImage> images) {
    public Dataset {
        images = List.copyOf(images);
        for (LabeledImage image : images) {
            if (image.label() < 0 || image.label() >= classes.size()) {
                throw new IllegalArgumentException(
                        image.image() + " has class index " + image.label() + ", outside 0.." + (classes.size() - 1));
            }
        }
    }

    public int size() {
        return images.size();
    }

    /** Images of each class, by class index. */
    public int[] classCounts() {
        int[] counts = new int[classes.size()];
        for (LabeledImage image : images) {
            counts[image.label()]++;
        }
        return counts;
    }

    /** Code of an image's class. */
    public String code(LabeledImage image) {
        return classes.get(image.label()).code();
    }

    /** SHA-256 over classes and every image's path, content and label in path order: the same however rows are ordered. */
    public String sha256() {
        MessageDigest digest = sha256Digest();
        classes.codes().forEach(code -> digest.update((code + "\n").getBytes(StandardCharsets.UTF_8)));
        images.stream()
                .map(image -> image.image() + "\t" + image.sha256() + "\t" + code(image) + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
