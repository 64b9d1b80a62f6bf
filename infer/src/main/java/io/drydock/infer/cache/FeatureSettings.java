package io.drydock.infer.cache;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.augment.Flip;
import io.drydock.image.resize.ResizeMode;
import io.drydock.network.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Everything besides the picture itself that pooled features depend on. Two equal settings give equal features for
 * equal content, whatever the path, the part or the labels.
 *
 * @param backboneSha256 hash of the backbone's weights and graph, lower-case hex
 * @param stored height and width that pictures are stored in
 * @param resize how they are brought to it
 * @param size height and width of a view
 * @param normalization how pixels become the network's input
 * @param augmentation ranges of the views; {@link Augmentation#NONE} for the plain picture
 * @param seed of the run's augmentation streams; does not matter for the plain picture
 */
public record FeatureSettings(
        String backboneSha256,
        ImageSize stored,
        ResizeMode resize,
        ImageSize size,
        Normalization normalization,
        Augmentation augmentation,
        long seed) {
    private static final String FORMAT = "drydock.features/1";

    /** Settings for pictures as they are, without augmentation. */
    public static FeatureSettings plain(
            String backboneSha256, ImageSize size, ResizeMode resize, Normalization normalization) {
        return new FeatureSettings(backboneSha256, size, resize, size, normalization, Augmentation.NONE, 0);
    }

    /** The same of every picture's mirror image, left and right exchanged. */
    public FeatureSettings mirrored() {
        return new FeatureSettings(
                backboneSha256, stored, resize, size, normalization, Augmentation.NONE.with(new Flip(1, false)), 0);
    }

    /** Hash of a backbone: of its graph and its weights. */
    public static String hashOf(Model backbone) {
        String text = backbone.network() + "\n" + backbone.weights().sha256();
        return HexFormat.of().formatHex(sha256(text));
    }

    /** Whether views are the plain picture, so that all views are one. */
    public boolean isPlain() {
        return augmentation.equals(Augmentation.NONE);
    }

    /** SHA-256 over these settings and a view, lower-case hex: the name of their file. */
    public String digest(int view) {
        String text = String.join(
                "\n",
                FORMAT,
                backboneSha256,
                stored.toString(),
                resize.name(),
                size.toString(),
                normalization.toString(),
                augmentation.toString(),
                isPlain() ? "plain" : seed + "\n" + view);
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
