package io.drydock.sample.ship;

import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * A hull from the side.
 *
 * @param freeboard height of the deck amidships over the water
 * @param sheer how much higher the bow is
 * @param rake how far the bow leans out over the water
 * @param bootTop height of the red or dark band at the water
 */
record Hull(double freeboard, double sheer, double rake, double bootTop) {
    Path2D outline() {
        Path2D path = new Path2D.Double();
        double bowDeck = freeboard + sheer;
        path.moveTo(2.5, 2);
        path.quadTo(0.2, -freeboard * 0.35, 0, -freeboard);
        path.lineTo(62, -freeboard);
        path.curveTo(78, -freeboard - sheer * 0.15, 88, -freeboard - sheer * 0.6, 100, -bowDeck);
        path.quadTo(99.5 - rake * 0.55, -bowDeck * 0.4, 100 - rake, 2);
        path.closePath();
        return path;
    }

    void paint(Brush brush, Color side, Color band) {
        Path2D outline = outline();
        brush.shade(side, 0.3, outline);
        brush.within(outline, () -> {
            brush.flat(band, -5, -3, 115, 3 + bootTop);
            brush.line(Colors.clear(Color.WHITE, 0.3), 0.35, -2, bootTop + 0.1, 104, bootTop + 0.1);
            brush.line(Colors.clear(Color.WHITE, 0.35), 0.4, 0, freeboard - 0.3, 62, freeboard - 0.3);
        });
    }

    /** Height of the deck at x. */
    double deckAt(double x) {
        double share = Math.max(0, (x - 62) / 38);
        return freeboard + sheer * share * share;
    }
}
