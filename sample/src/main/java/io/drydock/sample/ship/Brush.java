package io.drydock.sample.ship;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints shapes in ship coordinates (y upward), shaded as if lit from above. For one thread at a time. */
public final class Brush {
    private final Graphics2D graphics;

    /** @param graphics already transformed so that y points down the screen and 1 is a hundredth of the ship */
    public Brush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * A closed polygon.
     *
     * @param points x, y, x, y, ...
     */
    static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], -points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], -points[i + 1]);
        }
        path.closePath();
        return path;
    }

    void fill(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /**
     * Fills brighter above and darker below.
     *
     * @param depth of the shade, in [0, 1]
     */
    void shade(Color color, double depth, Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        graphics.setPaint(new GradientPaint(
                0,
                (float) box.getMinY(),
                Colors.light(color, 1 + depth / 2),
                0,
                (float) box.getMaxY(),
                Colors.light(color, 1 - depth)));
        graphics.fill(shape);
    }

    void polygon(Color color, double... points) {
        fill(color, polygon(points));
    }

    /** A box by its left, bottom, width and height, with a darker foot. */
    void box(Color color, double left, double bottom, double width, double height) {
        shade(color, 0.16, new Rectangle2D.Double(left, -bottom - height, width, height));
    }

    void flat(Color color, double left, double bottom, double width, double height) {
        fill(color, new Rectangle2D.Double(left, -bottom - height, width, height));
    }

    void disk(Color color, double x, double y, double radiusX, double radiusY) {
        fill(color, new Ellipse2D.Double(x - radiusX, -y - radiusY, 2 * radiusX, 2 * radiusY));
    }

    void line(Color color, double width, double x1, double y1, double x2, double y2) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.setColor(color);
        graphics.draw(new Line2D.Double(x1, -y1, x2, -y2));
    }

    /** Runs with painting confined to a shape. */
    void within(Shape shape, Runnable painting) {
        Shape before = graphics.getClip();
        graphics.clip(shape);
        painting.run();
        graphics.setClip(before);
    }

    /** A row of small rectangles, such as windows, from {@code left} to {@code right}. */
    void row(Color color, double left, double right, double bottom, double width, double height, double step) {
        for (double x = left; x + width <= right; x += step) {
            flat(color, x, bottom, width, height);
        }
    }
}
