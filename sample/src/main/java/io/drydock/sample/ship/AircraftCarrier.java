package io.drydock.sample.ship;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Random;

/** Flat decks with an island, aircraft on top and dark openings below; some with a ski jump. */
public final class AircraftCarrier implements Ship {
    @Override
    public void paint(Brush brush, Random random) {
        Color gray = Colors.pick(Colors.NAVY_GRAYS, random);
        double deck = Ship.between(random, 8, 10.5);
        double jump = random.nextDouble() < 0.35 ? Ship.between(random, 2.5, 4) : 0;
        island(brush, Colors.light(gray, 1.12), deck + 1, Ship.between(random, 34, 58), random);
        aircraft(brush, gray, deck + 1.1, random);
        hull(brush, gray, deck, random);
        flightDeck(brush, Colors.light(gray, 0.72), deck, jump);
    }

    private static void hull(Brush brush, Color gray, double deck, Random random) {
        Path2D side = Brush.polygon(5, -2, 2, deck * 0.7, 0, deck, 96, deck, 92, deck * 0.55, 88, -2);
        brush.shade(gray, 0.4, side);
        brush.within(side, () -> {
            brush.flat(new Color(0x35393F), -2, -3, 110, 3.6);
            brush.line(Colors.clear(Color.BLACK, 0.28), 0.3, 0, deck * 0.6, 98, deck * 0.6);
        });
        for (int i = 0; i < 3; i++) {
            double x = 16 + i * 24 + Ship.between(random, -3, 3);
            brush.flat(Colors.light(gray, 0.35), x, deck * 0.56, Ship.between(random, 7, 11), deck * 0.3);
        }
        brush.shade(gray, 0.5, Brush.polygon(30, deck, 64, deck, 58, deck * 0.62, 36, deck * 0.62));
        brush.row(Colors.clear(Color.BLACK, 0.35), 8, 86, deck * 0.36, 0.7, 0.6, 2.6);
    }

    private static void flightDeck(Brush brush, Color color, double deck, double jump) {
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, -deck - 1.2);
        edge.lineTo(84, -deck - 1.2);
        edge.quadTo(96, -deck - 1.4, 103, -deck - 1.3 - jump);
        edge.lineTo(102, -deck + 0.4 - jump * 0.8);
        edge.lineTo(90, -deck + 0.9);
        edge.lineTo(-1, -deck + 0.9);
        edge.closePath();
        brush.shade(color, 0.35, edge);
        brush.line(Colors.clear(Color.WHITE, 0.5), 0.25, -1, deck + 1.05, 84, deck + 1.05);
    }

    private static void island(Brush brush, Color color, double deck, double x, Random random) {
        double height = Ship.between(random, 8, 11);
        Color dark = Colors.light(color, 0.7);
        brush.shade(
                color,
                0.25,
                Brush.polygon(
                        x - 6,
                        deck,
                        x + 7,
                        deck,
                        x + 6,
                        deck + height * 0.7,
                        x + 3,
                        deck + height,
                        x - 5,
                        deck + height));
        brush.flat(Colors.GLASS, x - 4.5, deck + height * 0.72, 8.5, height * 0.1);
        brush.flat(Colors.GLASS, x - 4, deck + height * 0.5, 9, height * 0.08);
        double top = deck + height;
        brush.polygon(dark, x - 1, top, x + 1, top, x + 0.3, top + 9, x - 0.3, top + 9);
        brush.line(dark, 0.4, x - 3, top + 5, x + 3, top + 5);
        brush.line(dark, 0.5, x + 3, top, x + 3, top + 5);
        brush.disk(Colors.light(color, 1.2), x - 3.4, top + 1.3, 1.5, 1.5);
        brush.flat(dark, x - 2.6, top + 3.2, 3.4, 1.4);
    }

    private static void aircraft(Brush brush, Color gray, double deck, Random random) {
        int count = 4 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            double x = Ship.between(random, 4, 90);
            double size = Ship.between(random, 0.8, 1.1);
            Color color = Colors.light(gray, Ship.between(random, 0.55, 1.25));
            brush.polygon(
                    color,
                    x - 3 * size,
                    deck + 0.7,
                    x + 3.4 * size,
                    deck + 0.9,
                    x + 1.2 * size,
                    deck + 1.8 * size,
                    x - 2.2 * size,
                    deck + 1.7 * size);
            brush.polygon(
                    color,
                    x - 3.2 * size,
                    deck + 1,
                    x - 1.8 * size,
                    deck + 1,
                    x - 2.6 * size,
                    deck + 3.4 * size,
                    x - 3.3 * size,
                    deck + 3.4 * size);
        }
    }
}
