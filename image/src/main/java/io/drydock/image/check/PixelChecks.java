package io.drydock.image.check;

import io.drydock.image.decode.Pixels;

/**
 * What the pixels of one picture tell without a network.
 *
 * @param meanBrightness mean perceived brightness, in [0, 1]
 * @param dark 99th percentile of perceived brightness, in [0, 1]; below .32 the picture is dark
 * @param light 5th percentile of perceived brightness, in [0, 1]; above .95 the picture is washed out
 * @param contrast standard deviation of luma, in [0, .5]
 * @param sharpness spread of edges at 64 pixels, see {@link Sharpness}; low is soft
 * @param entropy of the luma histogram in bits, in [0, 8]; below 3 there is little to see
 * @param channelSpread 99th percentile of largest minus smallest channel, in 0..255; 10 or less looks grey
 * @param exactlyGray whether all three channels are equal in every pixel
 * @param tint spread of color at equal brightness, in levels of 0..255, see {@link Tint}; low has one color only
 * @param border share that bars of one color take at the edges, in [0, 1), see {@link Border}
 */
public record PixelChecks(
        double meanBrightness,
        double dark,
        double light,
        double contrast,
        double sharpness,
        double entropy,
        int channelSpread,
        boolean exactlyGray,
        double tint,
        double border) {
    /** Channel spread up to which a picture looks grey. */
    public static final int GRAY_SPREAD = 10;

    /** One pixel in four tells the tint well enough. */
    private static final int TINT_STEP = 3;

    public static PixelChecks of(Pixels pixels) {
        byte[] rgb = pixels.rgb();
        byte[] luma = new byte[rgb.length / 3];
        // Two histograms in turn: equal neighbors would wait for each other's count.
        int[] spreads = new int[512];
        int[] lumas = new int[512];
        int[] brightness = new int[2 * Brightness.LEVELS];
        Tint tint = new Tint();
        for (int i = 0, at = 0; i < luma.length; i++, at += 3) {
            int r = rgb[at] & 0xFF;
            int g = rgb[at + 1] & 0xFF;
            int b = rgb[at + 2] & 0xFF;
            int bank = i & 1;
            spreads[256 * bank + Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b))]++;
            int y = (19595 * r + 38470 * g + 7471 * b + 32768) >> 16;
            lumas[256 * bank + y]++;
            luma[i] = (byte) y;
            if ((i & TINT_STEP) == 0) {
                tint.add(y, r, b);
            }
            brightness[Brightness.LEVELS * bank + Brightness.level(r, g, b)]++;
        }
        Counts bright = Counts.ofHalves(brightness);
        Counts grays = Counts.ofHalves(lumas);
        Counts spread = Counts.ofHalves(spreads);
        double top = Brightness.LEVELS - 1.0;
        return new PixelChecks(
                bright.mean() / top,
                bright.percentile(0.99) / top,
                bright.percentile(0.05) / top,
                grays.deviation() / 255,
                Sharpness.of(luma, pixels.height(), pixels.width()),
                grays.entropyBits(),
                spread.percentile(0.99),
                spread.highest() == 0,
                tint.spread(),
                Border.share(luma, pixels.height(), pixels.width()));
    }

    /** Grey however it is stored: stored grey, exactly grey, or within {@link #GRAY_SPREAD}. */
    public boolean looksGray() {
        return channelSpread <= GRAY_SPREAD;
    }
}
