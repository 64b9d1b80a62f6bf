package io.drydock.sample.scene;

import io.drydock.sample.ship.Colors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
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
        int waves = (height - horizon) * 7;
        for (int wave = 0; wave < waves; wave++) {
            double depth = Math.pow(random.nextDouble(), 1.4);
            double y = horizon + depth * (height - horizon);
            double length = width * (0.012 + 0.07 * depth) * (0.5 + random.nextDouble());
            double x = width * random.nextDouble();
            Color color = random.nextBoolean() ? crest : trough;
            stroke(
                    graphics,
                    Colors.clear(color, roughness * (0.15 + 0.25 * depth)),
                    0.3 + 1.3 * depth * roughness,
                    x,
                    y,
                    length,
                    depth);
        }
        if (weather.sun() > 0.25) {
            glint(graphics, weather, width, height, horizon, random);
        }
    }

    private static void glint(Graphics2D graphics, Weather weather, int width, int height, int horizon, Random random) {
        Color light = Colors.mix(weather.horizon(), Color.WHITE, 0.6);
        double centre = width * random.nextDouble();
        for (int i = 0; i < 90 * weather.sun(); i++) {
            double depth = random.nextDouble();
            double y = horizon + depth * (height - horizon);
            double x = centre + random.nextGaussian() * width * (0.03 + 0.08 * depth);
            stroke(graphics, Colors.clear(light, 0.5), 0.5 + 0.6 * depth, x, y, 1.5 + 5 * depth, depth);
        }
    }

    private static void stroke(
            Graphics2D graphics, Color color, double thickness, double x, double y, double length, double depth) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new QuadCurve2D.Double(x, y, x + length / 2, y - 0.5 - depth, x + length, y));
    }

    private static void fleck(Graphics2D graphics, double opacity, double x, double y, double radiusX, double radiusY) {
        graphics.setColor(Colors.clear(Color.WHITE, opacity));
        graphics.fill(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY));
    }

    /**
     * Foam along a waterline, with a bow wave and a wake.
     *
     * @param bowRight whether the ship heads right
     */
    static void foam(
            Graphics2D graphics, double left, double right, double y, double scale, boolean bowRight, Random random) {
        double speed = random.nextDouble();
        double step = Math.max(0.7, scale);
        for (double x = left; x < right; x += step) {
            double alongBow = bowRight ? (x - left) / (right - left) : (right - x) / (right - left);
            boolean bow = alongBow > 0.88;
            double amount = 0.08 + speed * (bow || alongBow < 0.05 ? 0.45 : 0.14);
            double radius = scale * (1 + (bow ? 1.6 * speed : 0.3)) * (0.6 + 0.6 * random.nextDouble());
            fleck(graphics, amount, x, y + scale * 0.4 * random.nextDouble(), radius, Math.max(0.4, radius * 0.4));
        }
        double wake = (right - left) * 0.5 * speed;
        for (double behind = 0; behind < wake; behind += step) {
            double x = bowRight ? left - behind : right + behind;
            double opacity = 0.2 * (1 - behind / wake);
            fleck(graphics, opacity, x, y + scale * random.nextDouble(), scale * 2, Math.max(0.4, scale * 0.6));
        }
    }
}
