package io.drydock.core.chart;

/**
 * The colors of every chart as CSS variables, light and dark: after Okabe and Ito, told apart with any color vision.
 * A page may set the {@code --dd-...} variables on an ancestor to its own. Safe for use by many threads.
 */
public final class Palette {
    /** Number of distinct series colors; further series repeat them. */
    public static final int COLORS = 8;

    /** Rules for elements below {@code .dd-chart}; the same in every chart, so several may stand in one page. */
    static final String CSS = "<style>"
            + ".dd-chart{--c-ink:var(--dd-ink,#1f2933);--c-soft:var(--dd-soft,#5f6b7a);--c-grid:var(--dd-grid,#e4e8ec);"
            + "--c-paper:var(--dd-paper,#ffffff);--c0:var(--dd-0,#0072b2);--c1:var(--dd-1,#d55e00);--c2:var(--dd-2,#009e73);"
            + "--c3:var(--dd-3,#b8609a);--c4:var(--dd-4,#b58300);--c5:var(--dd-5,#3a9bd4);--c6:var(--dd-6,#6b6f76);--c7:var(--dd-7,#7a4fb5);"
            + "font-family:Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:12px;"
            + "font-variant-numeric:tabular-nums}"
            + "@media (prefers-color-scheme:dark){.dd-chart{--c-ink:var(--dd-ink,#e6eaee);--c-soft:var(--dd-soft,#9aa7b4);"
            + "--c-grid:var(--dd-grid,#333c46);--c-paper:var(--dd-paper,#171c21);--c0:var(--dd-0,#56b4e9);--c1:var(--dd-1,#f28e4b);"
            + "--c2:var(--dd-2,#3fc99a);--c3:var(--dd-3,#e09bc6);--c4:var(--dd-4,#eac054);--c5:var(--dd-5,#9ad0f5);--c6:var(--dd-6,#a9b1ba);"
            + "--c7:var(--dd-7,#b899ea)}}"
            + ".dd-chart text{fill:var(--c-ink)}.dd-chart .soft{fill:var(--c-soft)}.dd-chart .small{font-size:11px}"
            + ".dd-chart .title{font-size:15px;font-weight:600}.dd-chart .strong{font-weight:600}"
            + ".dd-chart .paper{fill:var(--c-paper)}.dd-chart .grid{stroke:var(--c-grid);stroke-width:1;fill:none}"
            + ".dd-chart .axis{stroke:var(--c-soft);stroke-width:1;fill:none}.dd-chart .line{fill:none;stroke-width:2;"
            + "stroke-linejoin:round;stroke-linecap:round}.dd-chart .halo{paint-order:stroke;stroke:var(--c-paper);stroke-width:3px}"
            + "</style>";

    private Palette() {}

    private static final int[] LIGHT = {0x0072b2, 0xd55e00, 0x009e73, 0xb8609a, 0xb58300, 0x3a9bd4, 0x6b6f76, 0x7a4fb5};

    /** The color of a series on a light ground as {@code 0xRRGGBB}, for pictures that know no CSS. */
    public static int rgb(int series) {
        return LIGHT[Math.floorMod(series, COLORS)];
    }

    /** The color of a series by its position. */
    static String color(int series) {
        return "var(--c" + Math.floorMod(series, COLORS) + ")";
    }
}
