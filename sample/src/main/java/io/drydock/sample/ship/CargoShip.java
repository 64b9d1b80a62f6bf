package io.drydock.sample.ship;

import java.awt.Color;
import java.util.Random;

/** Container ships, geared bulk carriers and plain freighters; the last are easily taken for tankers. */
public final class CargoShip implements Ship {
    @Override
    public void paint(Brush brush, Random random) {
        double variant = random.nextDouble();
        Hull hull = new Hull(
                Ship.between(random, 6, 9),
                Ship.between(random, 2, 4.5),
                Ship.between(random, 3, 7),
                Ship.between(random, 0.8, 3.2));
        double bridge = Ship.between(random, 7, 17);
        double height = Ship.between(random, 11, 15);
        if (variant < 0.6) {
            containers(brush, hull, bridge + 10, random);
        }
        new AfterBridge(bridge, Ship.between(random, 6, 8), height).paint(brush, hull.freeboard(), random);
        if (variant >= 0.6) {
            hatches(brush, hull, bridge + 10, random, variant < 0.88);
        }
        brush.line(Colors.STEEL, 0.5, 96, hull.deckAt(96), 96, hull.deckAt(96) + 6);
        hull.paint(
                brush,
                Colors.pick(Colors.FREIGHT_HULLS, random),
                random.nextInt(4) == 0 ? Color.DARK_GRAY : Colors.ANTIFOULING);
    }

    private static void containers(Brush brush, Hull hull, double start, Random random) {
        double tier = Ship.between(random, 2.0, 2.5);
        double length = Ship.between(random, 4.2, 5.6);
        Color line = Colors.pick(Colors.CONTAINERS, random);
        int highest = 3 + random.nextInt(4);
        int bay = 0;
        for (double x = start; x + length < 94; x += length + 0.25, bay++) {
            int stack = Math.max(1, highest - random.nextInt(3) - (x > 82 ? 2 : 0));
            double deck = hull.freeboard() - 1;
            for (int level = 0; level < stack; level++) {
                Color color = random.nextInt(3) == 0 ? line : Colors.pick(Colors.CONTAINERS, random);
                brush.box(color, x, deck + level * tier, length, tier);
                for (double rib = x + 0.7; rib < x + length; rib += 0.9) {
                    brush.line(
                            Colors.clear(Color.BLACK, 0.16),
                            0.2,
                            rib,
                            deck + level * tier,
                            rib,
                            deck + (level + 1) * tier);
                }
                brush.flat(Colors.clear(Color.BLACK, 0.3), x, deck + level * tier, length, 0.18);
            }
            if (bay % 4 == 3) {
                brush.flat(Colors.STEEL, x + length, deck, 0.7, tier * (highest - 0.5));
                x += 0.7;
            }
        }
    }

    private static void hatches(Brush brush, Hull hull, double start, Random random, boolean geared) {
        Color gear = random.nextBoolean() ? new Color(0xD8A13A) : Colors.CREAM;
        Color hatch = Colors.light(new Color(0x8B4A32), Ship.between(random, 0.8, 1.3));
        double bay = (92 - start) / 5;
        double deck = hull.freeboard();
        for (int hold = 0; hold < 5; hold++) {
            double x = start + hold * bay;
            brush.box(hatch, x + 0.8, deck, bay - 3, Ship.between(random, 1.4, 2.2));
            if (geared && hold < 4) {
                double post = x + bay - 1;
                double tip = post - Ship.between(random, 5, 10);
                brush.box(gear, post - 0.6, deck, 1.3, 11);
                brush.line(gear, 0.8, post, deck + 9, tip, deck + Ship.between(random, 10, 15));
                brush.line(Colors.STEEL, 0.18, post, deck + 11, tip, deck + 11);
            }
        }
    }
}
