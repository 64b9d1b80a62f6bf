package io.drydock.sample.ship;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Random;

/** Grey frigates and destroyers, boxy landing ships, and submarines on the surface. */
public final class Warship implements Ship {
    @Override
    public void paint(Brush brush, Random random) {
        Color gray = Colors.pick(Colors.NAVY_GRAYS, random);
        double variant = random.nextDouble();
        if (variant < 0.12) {
            submarine(brush, random);
        } else {
            double height = variant < 0.3 ? 0.8 : 1;
            superstructure(brush, gray, random, height);
            Hull hull = new Hull(
                    Ship.between(random, 4.5, 6), Ship.between(random, 2, 3.6), Ship.between(random, 8, 12), 0.5);
            hull.paint(brush, gray, new Color(0x30343A));
            brush.row(Colors.clear(Colors.WHITE, 0.8), 84, 88, hull.deckAt(86) * 0.5, 0.9, 1.6, 1.3);
        }
    }

    private static void superstructure(Brush brush, Color gray, Random random, double scale) {
        double deck = 5;
        Color light = Colors.light(gray, 1.1);
        Color dark = Colors.light(gray, 0.75);
        double bridge = Ship.between(random, 54, 62);
        double rise = Ship.between(random, 8, 11) * scale;
        brush.shade(light, 0.2, Brush.polygon(18, deck, 47, deck, 45, deck + rise * 0.45, 20, deck + rise * 0.45));
        brush.shade(
                light,
                0.22,
                Brush.polygon(
                        bridge - 13,
                        deck,
                        bridge + 8,
                        deck,
                        bridge + 5,
                        deck + rise * 0.55,
                        bridge + 2.5,
                        deck + rise,
                        bridge - 9,
                        deck + rise));
        brush.polygon(
                Colors.GLASS,
                bridge - 2,
                deck + rise * 0.78,
                bridge + 3.4,
                deck + rise * 0.78,
                bridge + 2.9,
                deck + rise * 0.9,
                bridge - 2,
                deck + rise * 0.9);
        double mast = bridge - Ship.between(random, 4, 8);
        mast(brush, dark, mast, deck + rise, Ship.between(random, 9, 14) * scale, random);
        mast(brush, dark, 30, deck + rise * 0.45, Ship.between(random, 5, 9) * scale, random);
        brush.shade(dark, 0.3, Brush.polygon(36, deck, 44, deck, 43, deck + rise * 0.95, 37.5, deck + rise * 0.95));
        double gun = Ship.between(random, 76, 82);
        double gunDeck = deck + 1.6;
        brush.shade(
                light,
                0.25,
                Brush.polygon(
                        gun - 2.5,
                        gunDeck - 1,
                        gun + 2.2,
                        gunDeck - 1,
                        gun + 1,
                        gunDeck + 2.4,
                        gun - 1.8,
                        gunDeck + 2.4));
        brush.line(dark, 0.6, gun, gunDeck + 1.4, gun + 6.5, gunDeck + 2.4);
        brush.row(dark, 67, 74, deck + 0.6, 0.9, 1.6, 1.3);
        if (random.nextBoolean()) {
            brush.disk(dark, 9, deck + 1.7, 3.4, 1.1);
            brush.line(dark, 0.3, 4, deck + 3.2, 15, deck + 3.2);
            brush.line(dark, 0.5, 3, deck + 2.1, 9, deck + 1.9);
        }
    }

    private static void mast(Brush brush, Color color, double x, double foot, double height, Random random) {
        brush.polygon(color, x - 1.3, foot, x + 1.3, foot, x + 0.3, foot + height, x - 0.3, foot + height);
        brush.line(color, 0.4, x - 3.2, foot + height * 0.6, x + 3.2, foot + height * 0.6);
        brush.line(color, 0.3, x - 2, foot + height * 0.8, x + 2, foot + height * 0.8);
        if (random.nextBoolean()) {
            brush.disk(Colors.light(color, 1.5), x, foot + height * 0.42, 1.5, 1.3);
        }
    }

    private static void submarine(Brush brush, Random random) {
        Color black = Colors.light(new Color(0x24282C), Ship.between(random, 0.9, 1.5));
        Path2D back = new Path2D.Double();
        back.moveTo(6, 1.5);
        back.curveTo(20, -3, 30, -4, 50, -4.2);
        back.curveTo(80, -4.4, 94, -3.5, 99, 1.5);
        back.closePath();
        brush.shade(black, 0.4, back);
        double sail = Ship.between(random, 58, 68);
        brush.shade(black, 0.2, Brush.polygon(sail - 7, 3.6, sail + 5, 3.8, sail + 4, 11, sail - 5.5, 11));
        brush.line(black, 0.5, sail - 1, 11, sail - 1, 17);
        brush.line(black, 0.4, sail + 1, 11, sail + 1, 15);
        brush.polygon(black, 7, 0, 10, 0, 9.5, 6.5, 8, 6.5);
    }
}
