package io.drydock.workbench.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a picture file becomes a network's input, as texts for the files that other programs read: enough to repeat the
 * predictions without Drydock. Safe for use by many threads.
 */
public final class Preprocessing {
    private Preprocessing() {}

    /**
     * Keys and values, the same in the metadata of an ONNX file and in config.json. Classes, size, mean and std are not among
     * them, since both have their own keys for these.
     */
    public static Map<String, String> of(RunCard card) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("resize", card.resize().key());
        texts.put("size_order", "height,width");
        texts.put("resize_steps", "shrink,grow");
        texts.put("shrink", "area");
        texts.put("grow", "cubic");
        texts.put("resize_rounding", "uint8");
        texts.put("resize_library", "OpenCV");
        texts.put("pad_border", "reflect_101");
        texts.put("orientation", "exif");
        texts.put("channels", "RGB");
        texts.put("layout", "NCHW");
        texts.put("value_range", "0,1");
        texts.put("preprocessing", sentence(card));
        return texts;
    }

    /** The same in words. */
    private static String sentence(RunCard card) {
        String shape = switch (card.resize()) {
            case SQUISH -> "scale each side to the size";
            case CROP -> "cut out the middle that has the shape of the size, and scale it to the size";
            case PAD -> "scale to fit into the size, and fill the rest by reflection without repeating the edge";
        };
        return String.format(
                Locale.ROOT,
                "Turn the picture upright by its EXIF orientation and take it as RGB. A picture of %s (height x width) stays as"
                        + " it is. Otherwise %s: first the sides that shrink, by area means, then the sides that grow, by cubic"
                        + " interpolation, rounded to 8 bits each (OpenCV's INTER_AREA and INTER_CUBIC). Divide by 255, subtract"
                        + " the mean, divide by the std.",
                card.size(),
                shape);
    }

    /** The nearest that timm has for the way a picture comes to its size. */
    public static String timmCropMode(RunCard card) {
        return switch (card.resize()) {
            case SQUISH -> "squash";
            case CROP -> "center";
            case PAD -> "border";
        };
    }
}
