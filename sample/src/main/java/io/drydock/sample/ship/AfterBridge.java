package io.drydock.sample.ship;

import java.awt.Color;
import java.util.Random;

/** The white block with bridge, masts and funnel at the stern of cargo ships and tankers. */
record AfterBridge(double left, double width, double height) {
    void paint(Brush brush, double deck, Random random) {
        Color wall = random.nextInt(4) == 0 ? Colors.CREAM : Colors.WHITE;
        Color funnel = Colors.pick(Colors.FUNNELS, random);
        double right = left + width;
        brush.box(funnel, left - 3.6, deck, 3.8, height * 0.86);
        brush.flat(Colors.light(funnel, 0.45), left - 3.6, deck + height * 0.74, 3.8, height * 0.12);
        brush.box(wall, left, deck, width, height * 0.82);
        brush.box(wall, left - 0.9, deck + height * 0.82, width + 1.8, height * 0.2);
        brush.flat(Colors.GLASS, left + 0.6, deck + height * 0.9, width, height * 0.065);
        double storey = height * 0.82 / 5;
        for (int level = 0; level < 5; level++) {
            double y = deck + level * storey;
            brush.line(Colors.clear(Color.DARK_GRAY, 0.35), 0.18, left, y, right, y);
            brush.row(Colors.GLASS, left + 0.7, right - 0.3, y + storey * 0.35, 0.6, storey * 0.3, 1.4);
        }
        double top = deck + height * 1.02;
        brush.line(Colors.STEEL, 0.45, left + width * 0.5, top, left + width * 0.5, top + height * 0.35);
        brush.line(Colors.STEEL, 0.3, left + width * 0.2, top + height * 0.2, left + width * 0.8, top + height * 0.2);
        brush.disk(Colors.LIFEBOAT, left + 1.6, deck + storey * 1.9, 1.4, 0.55);
    }
}
