package io.drydock.train.loop;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Normalization;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import io.drydock.infer.cache.FeatureCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Noisy pictures of three classes that differ in color: a set that is learned in seconds. */
public final class ColoredPictures {
    public static final int CLASSES = 3;

    private ColoredPictures() {}

    public static TrainingData data(int train, int valid, Path cache) {
        PictureSource source = size -> image -> picture(image, size);
        return new TrainingData(
                CLASSES,
                images("train", train),
                images("valid", valid),
                source,
                new FeatureCache(cache),
                Normalization.HALF);
    }

    private static List<LabeledImage> images(String part, int count) {
        List<LabeledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = part + "/" + i + ".png";
            String sha = String.format("%016x%048d", RandomStream.mix(name.hashCode()), i);
            images.add(new LabeledImage(name, sha, i % CLASSES));
        }
        return images;
    }

    private static Pixels picture(String image, ImageSize size) {
        int number = Integer.parseInt(image.replaceAll("\\D", ""));
        RandomStream noise = RandomStream.of(7, image);
        byte[] rgb = new byte[size.height() * size.width() * 3];
        for (int i = 0; i < rgb.length; i++) {
            int level = i % 3 == number % CLASSES ? 150 : 110;
            rgb[i] = (byte) (level + noise.nextInt(81) - 40);
        }
        return new Pixels(size.height(), size.width(), rgb);
    }
}
