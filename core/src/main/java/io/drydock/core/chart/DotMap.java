package io.drydock.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Many dots on a plane whose axes mean nothing, such as a map of embeddings: no ticks, equal scales, each dot with a tip.
 *
 * @param groups names in the legend
 * @param colors palette position of each group
 * @param dots drawn in this order, the last on top
 */
public record DotMap(String title, List<String> groups, List<Integer> colors, List<Dot> dots) implements Chart {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 560;
    private static final double EDGE = 16;

    public DotMap {
        groups = List.copyOf(groups);
        colors = List.copyOf(colors);
        dots = List.copyOf(dots);
        if (groups.size() != colors.size()) {
            throw new IllegalArgumentException(groups.size() + " groups have " + colors.size() + " colors");
        }
    }

    /**
     * One dot.
     *
     * @param group position in {@link DotMap#groups}
     * @param tip shown when the pointer rests on it; empty for none
     */
    public record Dot(double x, double y, int group, String tip) {}

    @Override
    public String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.legend(EDGE, 48, groups, colors.stream().map(Palette::color).toList());
        double top = 66;
        DotFrame frame = DotFrame.around(dots, EDGE, top, WIDTH - 2 * EDGE, HEIGHT - top - EDGE);
        double radius = radius(dots.size());
        String opacity = dots.size() > 1500 ? ".6" : ".85";
        for (int g : drawn()) {
            svg.openGroup("fill:" + Palette.color(colors.get(g)) + ";fill-opacity:" + opacity);
            for (Dot dot : dots) {
                if (dot.group() == g) {
                    svg.dot(frame.px(dot.x()), frame.py(dot.y()), radius, dot.tip());
                }
            }
            svg.closeGroup();
        }
        return svg.end();
    }

    /** Large groups first, so that small ones lie on top. */
    private List<Integer> drawn() {
        long[] sizes = new long[groups.size()];
        dots.forEach(dot -> sizes[dot.group()]++);
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            order.add(g);
        }
        order.sort((a, b) -> Long.compare(sizes[b], sizes[a]));
        return order;
    }

    /** Radius in pixels at which so many dots can be told apart. */
    public static double radius(int dots) {
        return dots > 20_000 ? 1.2 : dots > 4_000 ? 1.8 : dots > 800 ? 2.6 : 4;
    }
}
