package io.drydock.sample.ship;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.util.Random;

/** Oil and product tankers, laden or in ballast, and gas carriers with round tanks. */
public final class Tanker implements Ship {
    @Override
    public void paint(Brush brush, Random random) {
        boolean ballast = random.nextInt(3) == 0;
        boolean gas = random.nextDouble() < 0.17;
        Hull hull = new Hull(
                ballast ? Ship.between(random, 8, 11) : Ship.between(random, 4, 6.5),
                Ship.between(random, 0.8, 2.2),
                Ship.between(random, 1.5, 4),
                ballast ? Ship.between(random, 3, 5) : Ship.between(random, 0.5, 1.6));
        double deck = hull.freeboard();
        if (gas) {
            domes(brush, deck, random);
        } else {
            pipes(brush, deck, random);
        }
        new AfterBridge(Ship.between(random, 6, 9), Ship.between(random, 7, 10), Ship.between(random, 10, 14))
                .paint(brush, deck, random);
        brush.line(Colors.STEEL, 0.5, 95, hull.deckAt(95), 95, hull.deckAt(95) + 5);
        hull.paint(brush, Colors.pick(Colors.FREIGHT_HULLS, random), Colors.ANTIFOULING);
    }

    private static void pipes(Brush brush, double deck, Random random) {
        Color pipe = random.nextBoolean() ? new Color(0x9A5B3F) : new Color(0x7E8A6A);
        Color gear = random.nextBoolean() ? Colors.CREAM : new Color(0xC9A04A);
        for (double y = 0.6; y < 2; y += 0.6) {
            brush.line(pipe, 0.35, 20, deck + y, 92, deck + y);
        }
        for (double x = 22; x < 92; x += Ship.between(random, 3, 6)) {
            brush.flat(Colors.light(pipe, 0.8), x, deck, 0.5, Ship.between(random, 1.2, 2.6));
        }
        double middle = Ship.between(random, 48, 58);
        brush.flat(Colors.STEEL, middle - 4, deck, 8, 2.4);
        brush.box(gear, middle - 0.5, deck, 1.1, 8);
        brush.line(
                gear,
                0.7,
                middle,
                deck + 7.5,
                middle + Ship.between(random, -8, 8),
                deck + Ship.between(random, 7, 10));
        brush.line(Colors.CREAM, 0.25, 20, deck + 2.6, 90, deck + 2.6);
    }

    private static void domes(Brush brush, double deck, Random random) {
        Color tank = random.nextBoolean() ? Colors.WHITE : new Color(0xC77B46);
        int tanks = 4 + random.nextInt(2);
        double step = 68.0 / tanks;
        double radius = step * 0.46;
        for (int i = 0; i < tanks; i++) {
            double x = 25 + i * step;
            brush.shade(tank, 0.35, new Arc2D.Double(x, -deck - radius, 2 * radius, 2 * radius, 0, 180, Arc2D.CHORD));
        }
        brush.line(Colors.STEEL, 0.5, 22, deck + radius + 0.8, 92, deck + radius + 0.8);
    }
}
