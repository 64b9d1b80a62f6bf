package io.drydock.sample.ship;

import java.awt.Color;
import java.util.List;
import java.util.Random;

/** Paints of hulls, cargo and funnels, and how colors vary. */
public final class Colors {
    static final Color GLASS = new Color(0x2B3947);
    static final Color WHITE = new Color(0xEEF0EE);
    static final Color CREAM = new Color(0xE9E2CF);
    static final Color ANTIFOULING = new Color(0x8E2F27);
    static final Color STEEL = new Color(0x5D6266);
    static final Color LIFEBOAT = new Color(0xE8702A);

    static final List<Color> FREIGHT_HULLS = List.of(
            new Color(0x1E2F4F),
            new Color(0x16181C),
            new Color(0x1F4A3A),
            new Color(0x7A2A22),
            new Color(0x2D5C8C),
            new Color(0x4A4F55),
            new Color(0x8A4B2A));
    static final List<Color> CONTAINERS = List.of(
            new Color(0xB5452F),
            new Color(0x2F6DA8),
            new Color(0xD9822B),
            new Color(0x3E8E5A),
            new Color(0xC9C7BE),
            new Color(0x7A3B3B),
            new Color(0x28456B),
            new Color(0xE0B33C),
            new Color(0x8A8F94));
    static final List<Color> NAVY_GRAYS =
            List.of(new Color(0x8C949B), new Color(0x7A838B), new Color(0x9BA3A8), new Color(0x6C757C));
    static final List<Color> FUNNELS = List.of(
            new Color(0xC23B2E),
            new Color(0x25548A),
            new Color(0xE2A12F),
            new Color(0x1C1F24),
            new Color(0x2C7A62),
            new Color(0xF0F0EC));

    private Colors() {}

    /** The color made brighter (above 1) or darker (below 1). */
    public static Color light(Color color, double factor) {
        return new Color(
                level(color.getRed() * factor), level(color.getGreen() * factor), level(color.getBlue() * factor));
    }

    /**
     * From one color to another.
     *
     * @param share of the second, in [0, 1]
     */
    public static Color mix(Color first, Color second, double share) {
        return new Color(
                level(first.getRed() + (second.getRed() - first.getRed()) * share),
                level(first.getGreen() + (second.getGreen() - first.getGreen()) * share),
                level(first.getBlue() + (second.getBlue() - first.getBlue()) * share));
    }

    /** One of the colors, a little varied. */
    static Color pick(List<Color> colors, Random random) {
        return light(colors.get(random.nextInt(colors.size())), Ship.between(random, 0.88, 1.12));
    }

    /** The color with an opacity in [0, 1]. */
    public static Color clear(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), level(opacity * 255));
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
