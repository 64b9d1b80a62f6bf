package io.drydock.sample.ship;

import java.awt.Color;
import java.util.Random;

/** White ships of many decks with rows of windows, lifeboats and a colored funnel. */
public final class CruiseShip implements Ship {
    @Override
    public void paint(Brush brush, Random random) {
        Hull hull = new Hull(
                Ship.between(random, 5.5, 7.5),
                Ship.between(random, 2, 3.5),
                Ship.between(random, 6, 10),
                Ship.between(random, 0.5, 1.4));
        boolean liner = random.nextDouble() < 0.2;
        Color wall = Colors.light(Colors.WHITE, Ship.between(random, 0.95, 1.05));
        int decks = liner ? 4 + random.nextInt(2) : 5 + random.nextInt(5);
        double storey = Ship.between(random, 1.9, 2.4);
        double deck = hull.freeboard() - 0.4;
        double front = Ship.between(random, 80, 87);
        double rear = Ship.between(random, 4, 9);
        double top = decks(brush, wall, decks, storey, deck, rear, front, random);
        funnels(brush, liner ? 2 : 1, top, storey, random);
        brush.line(Colors.STEEL, 0.5, front - 12, top, front - 12, top + 6);
        brush.disk(Colors.WHITE, front - 17, top + 1.2, 1.4, 1.4);
        boolean dark = liner || random.nextInt(5) == 0;
        Color side = dark ? new Color(0x1B2A48) : wall;
        hull.paint(brush, side, Colors.pick(Colors.FUNNELS, random));
        Color porthole = dark ? Colors.CREAM : Colors.GLASS;
        brush.row(porthole, 8, 88, hull.freeboard() * 0.55, 0.6, 0.6, 1.7);
        brush.row(porthole, 10, 84, hull.freeboard() * 0.3, 0.5, 0.5, 1.7);
    }

    private static double decks(
            Brush brush, Color wall, int decks, double storey, double deck, double rear, double front, Random random) {
        double stepBack = Ship.between(random, 1.2, 2.6);
        Color balcony = Colors.mix(Colors.GLASS, new Color(0x6E93B0), random.nextDouble() * 0.6);
        for (int level = 0; level < decks; level++) {
            double y = deck + level * storey;
            double left = rear + Math.max(0, level - 2) * 1.1;
            double right = front - level * stepBack * 0.7 - (level == decks - 1 ? 8 : 0);
            brush.fill(
                    Colors.light(wall, 1 - 0.012 * (decks - level)),
                    Brush.polygon(left, y, right, y, right - stepBack * 0.7, y + storey, left + 0.6, y + storey));
            brush.row(balcony, left + 1.4, right - 2.5, y + storey * 0.28, 0.85, storey * 0.46, 1.35);
            brush.line(Colors.clear(Color.BLACK, 0.22), 0.22, left, y, right, y);
        }
        double boats = deck + storey * 1.1;
        for (double x = rear + 10; x < front - 14; x += 5.4) {
            brush.disk(Colors.LIFEBOAT, x, boats + 0.3, 2.0, 0.75);
            brush.flat(Colors.WHITE, x - 2, boats + 0.35, 4, 0.5);
        }
        double top = deck + decks * storey;
        double bridge = front - (decks - 1) * stepBack * 0.7 - 4;
        brush.flat(Colors.GLASS, bridge - 6, top - storey * 1.6, 6.2, storey * 0.4);
        return top;
    }

    private static void funnels(Brush brush, int count, double top, double storey, Random random) {
        Color color = Colors.pick(Colors.FUNNELS, random);
        double place = Ship.between(random, 22, 34);
        for (int i = 0; i < count; i++) {
            double x = place + i * 22;
            double height = storey * Ship.between(random, 2.6, 3.4);
            brush.shade(
                    color,
                    0.3,
                    Brush.polygon(x, top - 0.5, x + 7, top - 0.5, x + 5.4, top + height, x - 0.6, top + height));
            brush.polygon(
                    Colors.light(color, 0.4),
                    x - 0.4,
                    top + height * 0.82,
                    x + 5.8,
                    top + height * 0.82,
                    x + 5.4,
                    top + height,
                    x - 0.6,
                    top + height);
        }
    }
}
