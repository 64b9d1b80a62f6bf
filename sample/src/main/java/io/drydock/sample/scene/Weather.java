package io.drydock.sample.scene;

import io.drydock.sample.ship.Colors;
import java.awt.Color;
import java.util.List;
import java.util.Random;

/**
 * Light and air of one picture.
 *
 * @param zenith sky color above
 * @param horizon sky color at the horizon, which haze takes too
 * @param farSea sea color at the horizon
 * @param nearSea sea color at the foot of the picture
 * @param haze share of haze between the viewer and a far ship, in [0, 1]
 * @param clouds how many clouds at most
 * @param sun strength of the sun's glow and glint, in [0, 1]
 * @param daylight factor on the colors of things, in (0, 1]
 */
record Weather(
        Color zenith,
        Color horizon,
        Color farSea,
        Color nearSea,
        double haze,
        int clouds,
        double sun,
        double daylight) {
    private static final List<Weather> KINDS = List.of(
            of(0x3F7FC1, 0xCFE3F0, 0x5A8FB4, 0x1D4E79, 0.08, 5, 0.3, 1.0),
            of(0x5B9BD5, 0xE8F1F5, 0x6FA8B8, 0x1F6A80, 0.12, 7, 0.5, 1.05),
            of(0x2D6FB0, 0xB7D5EA, 0x3F7FA6, 0x123F66, 0.05, 3, 0.2, 0.98),
            of(0x8C98A3, 0xC9CFD3, 0x85919A, 0x4C5963, 0.25, 9, 0.0, 0.88),
            of(0x6E7B87, 0xA9B2B8, 0x6A7780, 0x343F49, 0.2, 10, 0.0, 0.75),
            of(0xC2C9CC, 0xDADEDF, 0xBCC4C7, 0x8D999E, 0.55, 3, 0.0, 0.9),
            of(0x4A5D8F, 0xF2B178, 0xC98F72, 0x33405F, 0.18, 6, 1.0, 0.78),
            of(0x6A5C8E, 0xF6C9A0, 0xB99A93, 0x3D4A66, 0.2, 6, 0.8, 0.8),
            of(0x20304F, 0x8A86A0, 0x56607C, 0x18233A, 0.2, 4, 0.2, 0.5),
            of(0x7FB6C9, 0xDDEBDD, 0x62A7A0, 0x1E7A78, 0.1, 5, 0.4, 1.05));

    private static Weather of(
            int zenith, int horizon, int farSea, int nearSea, double haze, int clouds, double sun, double daylight) {
        return new Weather(
                new Color(zenith),
                new Color(horizon),
                new Color(farSea),
                new Color(nearSea),
                haze,
                clouds,
                sun,
                daylight);
    }

    /** One of the kinds of weather, fair ones more often, a little varied. */
    static Weather draw(Random random) {
        int kind = Math.min(random.nextInt(KINDS.size()), random.nextInt(KINDS.size() + 6));
        Weather weather = KINDS.get(kind);
        double brighter = 0.92 + 0.16 * random.nextDouble();
        double hazier = 0.6 + 0.9 * random.nextDouble();
        return new Weather(
                Colors.light(weather.zenith, brighter),
                Colors.light(weather.horizon, brighter),
                Colors.light(weather.farSea, brighter),
                Colors.light(weather.nearSea, brighter),
                Math.min(0.8, weather.haze * hazier),
                weather.clouds,
                weather.sun,
                weather.daylight);
    }
}
