package io.drydock.workbench.report;

import io.drydock.core.chart.Chart;
import java.util.Collection;
import java.util.List;

/**
 * A piece of markup that is safe to put into a page: text enters it escaped, markup only from our own code.
 *
 * @param markup well-formed HTML
 */
public record Html(String markup) {
    /** Nothing. */
    public static final Html NONE = new Html("");

    /** Text of any origin (file names, class names), escaped for element content and quoted attributes. */
    public static Html text(String text) {
        return new Html(escape(text));
    }

    /** An element with a class attribute (empty for none) around its children. */
    public static Html tag(String name, String styleClass, Html... children) {
        return tag(name, styleClass, List.of(children));
    }

    /** An element with a class attribute (empty for none) around its children. */
    public static Html tag(String name, String styleClass, Collection<Html> children) {
        String attribute = styleClass.isEmpty() ? "" : " class=\"" + escape(styleClass) + "\"";
        return new Html("<" + name + attribute + ">" + all(children).markup + "</" + name + ">");
    }

    /** Several pieces, one after the other. */
    public static Html all(Collection<Html> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.markup));
        return new Html(joined.toString());
    }

    /** Several pieces, one after the other. */
    public static Html all(Html... parts) {
        return all(List.of(parts));
    }

    /** A paragraph of text. */
    public static Html paragraph(String text) {
        return tag("p", "", text(text));
    }

    /** A chart placed inline, never wider than its column. */
    public static Html chart(Chart chart) {
        return tag("figure", "chart", new Html(chart.svg()));
    }

    /** A share in [0, 1] as a thin bar in the color of the class {@code tone}. */
    public static Html meter(double share, String tone) {
        double percent = Math.max(0, Math.min(1, share)) * 100;
        return new Html("<span class=\"meter " + escape(tone) + "\"><i style=\"width:" + Numbers.fixed(percent, 1)
                + "%\"></i></span>");
    }

    /** Escapes the five characters that have a meaning in HTML; control characters become a visible mark. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(unprintable(c) ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    /** Control, surrogate and direction-override characters, which could disguise a name. */
    private static boolean unprintable(int c) {
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return direction
                || (c < ' ' && c != '\n' && c != '\t')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0xD800 && c <= 0xDFFF);
    }
}
