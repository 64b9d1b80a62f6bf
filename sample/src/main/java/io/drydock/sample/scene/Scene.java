package io.drydock.sample.scene;

import io.drydock.sample.ship.Brush;
import io.drydock.sample.ship.Colors;
import io.drydock.sample.ship.Ship;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** One picture, its ships drawn at twice the size and shrunk, so that their edges are soft as in a photograph. */
public final class Scene {
    static final int OVERSAMPLING = 2;

    private Scene() {}

    /** An RGB picture of the size asked for; where there are several ships, all are of the one type. */
    public static BufferedImage draw(Ship ship, Composition composition, int height, int width, Random random) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(picture);
        Weather weather = Weather.draw(random);
        int horizon = (int) (height * (0.34 + 0.36 * random.nextDouble()));
        graphics.rotate((random.nextDouble() - 0.5) * 0.05, width / 2.0, height / 2.0);
        graphics.translate(-width * 0.03, -height * 0.03);
        graphics.scale(1.06, 1.06);
        Sky.paint(graphics, weather, width, horizon, random);
        Coast.paint(graphics, weather, width, horizon, random);
        Sea.paint(graphics, weather, width, height, horizon, random);
        for (Placement place : composition.places(width, height, horizon, random)) {
            place.paint(graphics, ship, weather, width, height, random);
        }
        graphics.dispose();
        return Film.develop(picture, random);
    }

    static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    /** A ship on a transparent sheet of {@link #OVERSAMPLING} times the picture's size, colored by daylight and haze. */
    static BufferedImage layer(Ship ship, Placement place, Weather weather, int width, int height, Random random) {
        BufferedImage layer =
                new BufferedImage(width * OVERSAMPLING, height * OVERSAMPLING, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(layer);
        graphics.scale(OVERSAMPLING, OVERSAMPLING);
        graphics.translate(place.centre(), place.waterline());
        graphics.shear(0, place.tilt());
        graphics.scale((place.bowRight() ? 1 : -1) * place.unit() * place.foreshortening(), place.unit());
        graphics.translate(-50, 0);
        graphics.clip(new Rectangle2D.Double(-30, -200, 160, 200));
        ship.paint(new Brush(graphics), random);
        graphics.setClip(null);
        graphics.setTransform(new AffineTransform());
        graphics.setComposite(AlphaComposite.SrcAtop);
        graphics.setColor(Colors.clear(Color.BLACK, Math.max(0, 1 - weather.daylight())));
        graphics.fillRect(0, 0, layer.getWidth(), layer.getHeight());
        double haze = Math.min(0.85, weather.haze() * (0.4 + place.distance()));
        graphics.setColor(Colors.clear(weather.horizon(), haze));
        graphics.fillRect(0, 0, layer.getWidth(), layer.getHeight());
        graphics.dispose();
        return layer;
    }
}
