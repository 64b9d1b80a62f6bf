package io.drydock.core.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes SVG elements with numbers to a tenth of a pixel and text that cannot break out. For one thread at a time. */
final class Svg {
    private static final double CHARACTER_SHARE = 0.56;

    private final StringBuilder out = new StringBuilder();

    /** Where text is anchored. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Svg(double width, double height, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dd-chart\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" style=\"max-width:100%;height:auto\"><title>")
                .append(escape(title))
                .append("</title>")
                .append(Palette.CSS);
        rect("paper", 0, 0, width, height, "");
        text("title", 16, 26, Anchor.START, title, "");
    }

    Svg rect(String cssClass, double x, double y, double width, double height, String style) {
        return open("rect", cssClass, style)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", Math.max(0, width))
                .attribute("height", Math.max(0, height))
                .close();
    }

    Svg bar(double x, double y, double width, double height, String color, String tip) {
        out.append("<rect rx=\"2\" style=\"fill:").append(color).append('"');
        attribute("x", x)
                .attribute("y", y)
                .attribute("width", Math.max(0, width))
                .attribute("height", Math.max(0, height));
        out.append("><title>").append(escape(tip)).append("</title></rect>");
        return this;
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        return open("line", cssClass, "")
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2)
                .close();
    }

    Svg circle(double x, double y, double radius, String style) {
        return open("circle", "", style)
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius)
                .close();
    }

    /** A circle in the style of its group, with a tip where there is one. */
    Svg dot(double x, double y, double radius, String tip) {
        out.append("<circle");
        attribute("cx", x).attribute("cy", y).attribute("r", radius);
        out.append(tip.isEmpty() ? "/>" : "><title>" + escape(tip) + "</title></circle>");
        return this;
    }

    Svg openGroup(String style) {
        out.append("<g style=\"").append(style).append("\">");
        return this;
    }

    Svg closeGroup() {
        out.append("</g>");
        return this;
    }

    Svg path(String cssClass, String data, String style) {
        open("path", cssClass, style);
        out.append(" d=\"").append(data).append('"');
        return close();
    }

    Svg text(String cssClass, double x, double y, Anchor anchor, String text, String style) {
        open("text", cssClass, style).attribute("x", x).attribute("y", y);
        out.append(" text-anchor=\"")
                .append(anchor.key())
                .append("\">")
                .append(escape(text))
                .append("</text>");
        return this;
    }

    /** Text that runs upward along the left side. */
    Svg upright(double x, double y, String text) {
        open("text", "soft", "");
        out.append(" text-anchor=\"middle\" transform=\"translate(")
                .append(number(x))
                .append(' ')
                .append(number(y))
                .append(") rotate(-90)\">")
                .append(escape(text))
                .append("</text>");
        return this;
    }

    /** Names in their colors, one after another; where no label can stand beside what it names. */
    Svg legend(double x, double y, List<String> names) {
        return legend(
                x,
                y,
                names,
                IntStream.range(0, names.size()).mapToObj(Palette::color).toList());
    }

    /** The same in stated colors. */
    Svg legend(double x, double y, List<String> names, List<String> colors) {
        double at = x;
        for (int i = 0; i < names.size(); i++) {
            rect("", at, y - 9, 10, 10, "fill:" + colors.get(i));
            text("", at + 15, y, Anchor.START, names.get(i), "");
            at += 15 + width(names.get(i), 12) + 20;
        }
        return this;
    }

    /** The whole element. */
    String end() {
        return out + "</svg>";
    }

    private Svg open(String element, String cssClass, String style) {
        out.append('<').append(element);
        if (!cssClass.isEmpty()) {
            out.append(" class=\"").append(cssClass).append('"');
        }
        if (!style.isEmpty()) {
            out.append(" style=\"").append(style).append('"');
        }
        return this;
    }

    private Svg attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private Svg close() {
        out.append("/>");
        return this;
    }

    /** About how wide text runs in pixels. */
    static double width(String text, double fontSize) {
        return text.codePointCount(0, text.length()) * fontSize * CHARACTER_SHARE;
    }

    /** Text of at most so many characters, with an ellipsis where it was longer. */
    static String shortened(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters - 1) + "\u2026";
    }

    /** A coordinate to a tenth of a pixel. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate must be finite, was " + value);
        }
        long tenths = Math.round(value * 10);
        long rest = Math.abs(tenths % 10);
        String sign = tenths < 0 ? "-" : "";
        return sign + Math.abs(tenths / 10) + (rest == 0 ? "" : "." + rest);
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
                    boolean noCharacter = c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF);
                    boolean legal = c == '\n' || c == '\t' || (!control && !noCharacter);
                    safe.appendCodePoint(legal ? c : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }
}
