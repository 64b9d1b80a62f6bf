package io.drydock.image.heatmap;

/** A color scale of even steps in lightness, readable without color vision (after van der Walt and Smith, 2015). */
final class Inferno {
    private static final int[] STOPS = {
        0x000004, 0x160B39, 0x420A68, 0x6A176E, 0x932667, 0xBC3754, 0xDD513A, 0xF37819, 0xFCA50A, 0xF6D746, 0xFCFFA4
    };

    private Inferno() {}

    /** Color 0xRRGGBB of a value in [0, 1]. */
    static int color(double value) {
        double place = Math.max(0, Math.min(1, value)) * (STOPS.length - 1);
        int stop = Math.min(STOPS.length - 2, (int) place);
        double share = place - stop;
        return channel(stop, share, 16) << 16 | channel(stop, share, 8) << 8 | channel(stop, share, 0);
    }

    private static int channel(int stop, double share, int shift) {
        int from = STOPS[stop] >> shift & 0xFF;
        int to = STOPS[stop + 1] >> shift & 0xFF;
        return (int) Math.round(from + (to - from) * share);
    }
}
