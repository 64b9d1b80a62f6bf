package io.drydock.bench.duplicate;

import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Changes that people make to pictures, drawn by Java 2D. For one thread at a time. */
final class Canvas {
    private final BufferedImage image;

    private Canvas(BufferedImage image) {
        this.image = image;
    }

    static Canvas of(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < pixels.height(); row++) {
            for (int column = 0; column < pixels.width(); column++) {
                image.setRGB(
                        column,
                        row,
                        pixels.at(row, column, 0) << 16 | pixels.at(row, column, 1) << 8 | pixels.at(row, column, 2));
            }
        }
        return new Canvas(image);
    }

    Pixels pixels() {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int color = image.getRGB(column, row);
                rgb[at++] = (byte) (color >> 16);
                rgb[at++] = (byte) (color >> 8);
                rgb[at++] = (byte) color;
            }
        }
        return new Pixels(image.getHeight(), image.getWidth(), rgb);
    }

    /** Every value times a factor, cut off at white. */
    Canvas brightened(double factor) {
        BufferedImage changed = blank(image.getHeight(), image.getWidth());
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int color = image.getRGB(column, row);
                int r = (int) Math.min(255, Math.round((color >> 16 & 0xFF) * factor));
                int g = (int) Math.min(255, Math.round((color >> 8 & 0xFF) * factor));
                int b = (int) Math.min(255, Math.round((color & 0xFF) * factor));
                changed.setRGB(column, row, r << 16 | g << 8 | b);
            }
        }
        return new Canvas(changed);
    }

    /** Shares cut off at each side. */
    Canvas cropped(double top, double bottom, double left, double right) {
        int y = (int) Math.round(top * image.getHeight());
        int x = (int) Math.round(left * image.getWidth());
        int height = image.getHeight() - y - (int) Math.round(bottom * image.getHeight());
        int width = image.getWidth() - x - (int) Math.round(right * image.getWidth());
        BufferedImage changed = blank(height, width);
        draw(changed, graphics -> graphics.drawImage(image, -x, -y, null));
        return new Canvas(changed);
    }

    /** A frame of one color around the picture. */
    Canvas framed(int widthPx, Color color) {
        BufferedImage changed = blank(image.getHeight() + 2 * widthPx, image.getWidth() + 2 * widthPx);
        draw(changed, graphics -> {
            graphics.setColor(color);
            graphics.fillRect(0, 0, changed.getWidth(), changed.getHeight());
            graphics.drawImage(image, widthPx, widthPx, null);
        });
        return new Canvas(changed);
    }

    /** Turned about the middle by a few degrees, the size kept, the corners filled with a color. */
    Canvas rotated(double degrees, Color corners) {
        BufferedImage changed = blank(image.getHeight(), image.getWidth());
        draw(changed, graphics -> {
            graphics.setColor(corners);
            graphics.fillRect(0, 0, changed.getWidth(), changed.getHeight());
            graphics.drawImage(
                    image,
                    AffineTransform.getRotateInstance(
                            Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0),
                    null);
        });
        return new Canvas(changed);
    }

    /** Text of a random size, place, opacity and color, as photo agencies lay it over. */
    Canvas marked(RandomStream random) {
        BufferedImage changed = blank(image.getHeight(), image.getWidth());
        draw(changed, graphics -> {
            graphics.drawImage(image, 0, 0, null);
            float opacity = (float) random.uniform(0.4, 0.9);
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
            graphics.setColor(random.chance(0.7) ? Color.WHITE : Color.BLACK);
            int size = (int) Math.round(image.getHeight() * random.uniform(0.10, 0.22));
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
            String text = random.chance(0.5) ? "\u00a9 shipphotos" : "SAMPLE 2019";
            int width = graphics.getFontMetrics().stringWidth(text);
            int x = (int) Math.round(random.nextDouble() * Math.max(0, image.getWidth() - width));
            int y = (int) Math.round(random.uniform(size, image.getHeight() - 2.0));
            graphics.drawString(text, x, y);
        });
        return new Canvas(changed);
    }

    private static BufferedImage blank(int height, int width) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static void draw(BufferedImage onto, java.util.function.Consumer<Graphics2D> drawing) {
        Graphics2D graphics = onto.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }
}
