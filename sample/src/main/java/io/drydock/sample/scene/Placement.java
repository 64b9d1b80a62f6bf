package io.drydock.sample.scene;

import io.drydock.sample.ship.Ship;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Where and how a ship stands in its picture.
 *
 * @param centre x of its middle, in pixels
 * @param waterline y where it meets the water, in pixels
 * @param unit pixels of a hundredth of its length
 * @param foreshortening how much of its length is seen, in (0, 1]
 * @param tilt slope of the waterline
 * @param distance 0 near to 1 far
 * @param bowRight whether it heads to the right
 */
record Placement(
        double centre,
        double waterline,
        double unit,
        double foreshortening,
        double tilt,
        double distance,
        boolean bowRight) {
    static Placement draw(int width, int height, int horizon, Random random) {
        double kind = random.nextDouble();
        double length = kind < 0.1
                ? 0.28 + 0.2 * random.nextDouble()
                : kind < 0.86 ? 0.55 + 0.4 * random.nextDouble() : 1.0 + 0.5 * random.nextDouble();
        double foreshortening =
                random.nextInt(3) == 0 ? 0.55 + 0.3 * random.nextDouble() : 0.85 + 0.15 * random.nextDouble();
        double unit = width * length / 100 / (0.5 + foreshortening / 2);
        double room = Math.max(0.1, Math.abs(1 - length * foreshortening)) * 0.42;
        double centre = width * (0.5 + room * (2 * random.nextDouble() - 1));
        double below = 0.03 + 0.12 * Math.min(1, length) + 0.1 * random.nextDouble();
        double waterline = Math.min(height * 0.9, horizon + below * height);
        double tilt = (random.nextDouble() - 0.5) * 0.05;
        return new Placement(
                centre, waterline, unit, foreshortening, tilt, Math.max(0, 1.1 - length), random.nextBoolean());
    }

    /**
     * A ship seen from the side at a given place.
     *
     * @param centre of its middle, as a share of the width
     * @param length as a share of the width
     */
    static Placement at(double centre, double length, int width, int height, int horizon, Random random) {
        double foreshortening = 0.85 + 0.15 * random.nextDouble();
        double below = 0.03 + 0.12 * length + 0.1 * random.nextDouble();
        return new Placement(
                width * centre,
                Math.min(height * 0.9, horizon + below * height),
                width * length / 100 / (0.5 + foreshortening / 2),
                foreshortening,
                (random.nextDouble() - 0.5) * 0.05,
                Math.max(0, 0.8 - length),
                random.nextBoolean());
    }

    void paint(Graphics2D graphics, Ship ship, Weather weather, int width, int height, Random random) {
        BufferedImage layer = Scene.layer(ship, this, weather, width, height, random);
        double shrink = 1.0 / Scene.OVERSAMPLING;
        AffineTransform mirrored = new AffineTransform(shrink, 0, 0, -0.55 * shrink, 0, waterline * 1.55);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.28f));
        graphics.drawImage(layer, mirrored, null);
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.drawImage(layer, AffineTransform.getScaleInstance(shrink, shrink), null);
        double half = 50 * unit * foreshortening;
        AffineTransform before = graphics.getTransform();
        graphics.translate(centre, waterline);
        graphics.shear(0, tilt);
        graphics.translate(-centre, -waterline);
        Sea.foam(graphics, centre - half * 0.97, centre + half * 0.94, waterline, unit, bowRight, random);
        graphics.setTransform(before);
    }
}
