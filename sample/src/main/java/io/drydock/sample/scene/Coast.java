package io.drydock.sample.scene;

import io.drydock.sample.ship.Colors;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** What may stand on the horizon: hills, a town, or a harbour's cranes, faded by distance. */
final class Coast {
    private Coast() {}

    static void paint(Graphics2D graphics, Weather weather, int width, int horizon, Random random) {
        double kind = random.nextDouble();
        Color land = Colors.mix(new Color(0x4B5E50), weather.horizon(), 0.35 + 0.4 * random.nextDouble());
        if (kind < 0.28) {
            hills(graphics, Colors.mix(land, weather.horizon(), 0.4), width, horizon, random, 0.22);
            hills(graphics, land, width, horizon, random, 0.1);
        } else if (kind < 0.4) {
            town(graphics, Colors.mix(new Color(0x77808A), weather.horizon(), 0.55), width, horizon, random);
        } else if (kind < 0.5) {
            cranes(graphics, Colors.mix(new Color(0x8A5A4A), weather.horizon(), 0.35), width, horizon, random);
        }
    }

    private static void hills(Graphics2D graphics, Color color, int width, int horizon, Random random, double highest) {
        Path2D path = new Path2D.Double();
        double start = width * (random.nextDouble() * 0.8 - 0.4);
        double end = start + width * (0.6 + random.nextDouble());
        path.moveTo(start, horizon + 1);
        double[] phases = {random.nextDouble() * 6, random.nextDouble() * 6, random.nextDouble() * 6};
        double height = horizon * highest * (0.4 + random.nextDouble());
        for (double x = start; x <= end; x++) {
            double along = (x - start) / (end - start);
            double rough = 0.6
                    + 0.25 * Math.sin(along * 9 + phases[0])
                    + 0.15 * Math.sin(along * 23 + phases[1])
                    + 0.05 * Math.sin(along * 61 + phases[2]);
            path.lineTo(x, horizon - height * Math.sin(Math.PI * along) * rough);
        }
        path.lineTo(end, horizon + 1);
        path.closePath();
        graphics.setColor(color);
        graphics.fill(path);
    }

    private static void town(Graphics2D graphics, Color color, int width, int horizon, Random random) {
        double x = width * random.nextDouble() * 0.6;
        double end = x + width * (0.2 + 0.5 * random.nextDouble());
        while (x < end) {
            int wide = 2 + random.nextInt(5);
            int high = (int) (horizon * (0.03 + 0.14 * random.nextDouble() * random.nextDouble()));
            graphics.setColor(Colors.light(color, 0.9 + 0.2 * random.nextDouble()));
            graphics.fillRect((int) x, horizon - high, wide, high + 1);
            x += wide + random.nextInt(3);
        }
    }

    private static void cranes(Graphics2D graphics, Color color, int width, int horizon, Random random) {
        graphics.setColor(color);
        int high = (int) (horizon * (0.18 + 0.15 * random.nextDouble()));
        double x = width * random.nextDouble() * 0.5;
        for (int crane = 2 + random.nextInt(4); crane > 0; crane--) {
            int foot = (int) x;
            graphics.fillRect(foot, horizon - high, 1, high);
            graphics.fillRect(foot + high / 3, horizon - high, 1, high);
            graphics.fillRect(foot - high / 2, horizon - (int) (high * 0.75), (int) (high * 1.3), 1);
            graphics.drawLine(foot + 1, horizon - high, foot - high / 2, horizon - (int) (high * 0.75));
            x += high * (0.9 + random.nextDouble());
        }
    }
}
