package io.drydock.sample.scene;

import io.drydock.sample.ship.Colors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.util.Random;

/** Water from the horizon down: waves grow toward the viewer, crests catch the sky, the sun leaves a glint. */
final class Sea {
    private Sea() {}

    static void paint(Graphics2D graphics, Weather weather, int width, int height, int horizon, Random random) {
        graphics.setPaint(new GradientPaint(0, horizon, weather.farSea(), 0, height, weather.nearSea()));
        graphics.fillRect(0, horizon, width, height - horizon);
        double roughness = 0.3 + random.nextDouble() * random.nextDouble();
        Color crest = Colors.mix(weather.farSea(), weather.horizon(), 0.8);
        Color trough = Colors.light(weather.nearSea(), 0.7);
        int waves = (height - horizon) * 4;
        for (int wave = 0; wave < waves; wave++) {
            double depth = Math.pow(random.nextDouble(), 1.4);
            double y = horizon + depth * (height - horizon);
            double length = width * (0.012 + 0.07 * depth) * (0.5 + random.nextDouble());
            double x = width * random.nextDouble();
            Color color = random.nextBoolean() ? crest : trough;
            stroke(graphics, Colors.clear(color, roughness * (0.15 + 0.25 * depth)), 0.6 + 2.4 * depth * roughness, x, y, length, depth);
        }
        if (weather.sun() > 0.25) {
            glint(graphics, weather, width, height, horizon, random);
        }
    }

    private static void glint(
            Graphics2D graphics, Weather weather, int width, int height, int horizon, Random random) {
        Color light = Colors.mix(weather.horizon(), Color.WHITE, 0.6);
        double centre = width * random.nextDouble();
        for (int i = 0; i < 90 * weather.sun(); i++) {
            double depth = random.nextDouble();
            double y = horizon + depth * (height - horizon);
            double x = centre + random.nextGaussian() * width * (0.03 + 0.08 * depth);
            stroke(graphics, Colors.clear(light, 0.5), 0.8 + depth, x, y, 3 + 10 * depth, depth);
        }
    }

    private static void stroke(
            Graphics2D graphics, Color color, double thickness, double x, double y, double length, double depth) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new QuadCurve2D.Double(x, y, x + length / 2, y - 1 - 2 * depth, x + length, y));
    }

    /** Foam along a waterline, with a bow wave and a wake. @param bowRight whether the ship heads right */
    static void foam(
            Graphics2D graphics, double left, double right, double y, double scale, boolean bowRight, Random random) {
        double speed = random.nextDouble();
        for (double x = left; x < right; x += Math.max(0.8, scale * 1.2)) {
            double alongBow = bowRight ? (x - left) / (right - left) : (right - x) / (right - left);
            double amount = 0.15 + speed * (alongBow > 0.86 ? 0.6 : alongBow < 0.05 ? 0.5 : 0.2);
            Sky.puff(
                    graphics,
                    Color.WHITE,
                    Math.min(0.8, amount),
                    x,
                    y + scale * 0.5 * random.nextDouble(),
                    scale * (1.2 + 2.2 * speed * (alongBow > 0.9 ? 1 : 0.3)) * (0.6 + random.nextDouble() * 0.6),
                    0.35);
        }
        double wake = (right - left) * 0.5 * speed;
        for (double d = 0; d < wake; d += Math.max(1, scale * 1.5)) {
            double x = bowRight ? left - d : right + d;
            double fade = 1 - d / wake;
            Sky.puff(graphics, Color.WHITE, 0.25 * fade, x, y + scale * (0.5 + random.nextDouble()), scale * 2.5, 0.3);
        }
    }
}
