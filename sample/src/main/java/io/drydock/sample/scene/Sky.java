package io.drydock.sample.scene;

import io.drydock.sample.ship.Colors;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Sky down to the horizon: a gradient, the sun's glow, and soft clouds that flatten with distance. */
final class Sky {
    private Sky() {}

    static void paint(Graphics2D graphics, Weather weather, int width, int horizon, Random random) {
        graphics.setPaint(new GradientPaint(0, 0, weather.zenith(), 0, horizon, weather.horizon()));
        graphics.fillRect(0, 0, width, horizon + 1);
        if (weather.sun() > 0.25 && random.nextInt(3) > 0) {
            Color glow = Colors.mix(weather.horizon(), Color.WHITE, 0.75);
            double radius = width * (0.25 + 0.35 * random.nextDouble());
            puff(graphics, glow, 0.85 * weather.sun(), width * random.nextDouble(), horizon * 0.75, radius, 0.8);
        }
        int clouds = random.nextInt(weather.clouds() + 1);
        for (int cloud = 0; cloud < clouds; cloud++) {
            cloud(graphics, weather, width, horizon, random);
        }
    }

    private static void cloud(Graphics2D graphics, Weather weather, int width, int horizon, Random random) {
        double y = horizon * Math.pow(random.nextDouble(), 0.8);
        double nearness = 1 - y / Math.max(1, horizon);
        double x = width * (random.nextDouble() * 1.2 - 0.1);
        double size = width * (0.05 + 0.12 * nearness);
        Color lit = Colors.mix(weather.horizon(), Color.WHITE, 0.55 * weather.daylight());
        Color shadow = Colors.mix(weather.zenith(), weather.horizon(), 0.6);
        int puffs = 5 + random.nextInt(6);
        for (int i = 0; i < puffs; i++) {
            double px = x + size * 2.2 * random.nextGaussian() * 0.6;
            double py = y + size * 0.22 * random.nextGaussian();
            double radius = size * (0.5 + 0.7 * random.nextDouble());
            puff(graphics, shadow, 0.16, px, py + radius * 0.2, radius, 0.3);
            puff(graphics, lit, 0.4, px, py, radius * 0.85, 0.32);
        }
    }

    /**
     * A soft ellipse.
     *
     * @param flat height over width
     */
    static void puff(Graphics2D graphics, Color color, double opacity, double x, double y, double radius, double flat) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(1, flat);
        graphics.setPaint(new RadialGradientPaint(0, 0, (float) Math.max(0.5, radius), new float[] {0, 1}, new Color[] {
            Colors.clear(color, opacity), Colors.clear(color, 0)
        }));
        graphics.fill(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        graphics.setTransform(before);
    }
}
