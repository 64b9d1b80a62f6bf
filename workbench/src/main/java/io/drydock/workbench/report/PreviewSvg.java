package io.drydock.workbench.report;

import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.Thumbnail;
import io.drydock.workbench.preview.PreviewRow;
import java.util.ArrayList;
import java.util.List;

/** Originals beside their views as one SVG that holds its pictures. Safe for use by many threads. */
public final class PreviewSvg {
    private static final int TILE_WIDTH = 168;
    private static final int GAP = 8;
    private static final int TOP = 40;
    private static final int CAPTION = 20;

    private PreviewSvg() {}

    /** The document; every row has as many views as the first. */
    public static String of(List<PreviewRow> rows) {
        int columns = rows.get(0).views().size() + 2;
        Pixels shape = rows.get(0).resized();
        int tileHeight = Math.round((float) TILE_WIDTH * shape.height() / shape.width());
        int rowHeight = tileHeight + CAPTION + GAP;
        int width = columns * (TILE_WIDTH + GAP) + GAP;
        int height = TOP + rows.size() * rowHeight;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height
                + "\" font-family=\"system-ui,sans-serif\" font-size=\"12\" role=\"img\">");
        svg.append("<title>Originals beside their augmented views</title>");
        svg.append("<style>rect{fill:#fbfaf7}text{fill:#5f6b78}.h{font-weight:600;fill:#1c2530}"
                + "@media(prefers-color-scheme:dark){rect{fill:#11161c}text{fill:#9aa7b4}.h{fill:#e7ebef}}</style>");
        svg.append("<rect width=\"" + width + "\" height=\"" + height + "\"/>");
        text(svg, "h", GAP, 25, "Original");
        text(svg, "h", GAP + TILE_WIDTH + GAP, 25, "Resized");
        text(svg, "h", GAP + 2 * (TILE_WIDTH + GAP), 25, "Augmented views");
        for (int r = 0; r < rows.size(); r++) {
            PreviewRow row = rows.get(r);
            List<Pixels> tiles = new ArrayList<>(List.of(row.original(), row.resized()));
            tiles.addAll(row.views());
            for (int c = 0; c < tiles.size(); c++) {
                int x = GAP + c * (TILE_WIDTH + GAP);
                svg.append("<image x=\"" + x + "\" y=\"" + (TOP + r * rowHeight) + "\" width=\"" + TILE_WIDTH
                        + "\" height=\"" + tileHeight + "\" preserveAspectRatio=\"xMidYMid meet\" href=\""
                        + Thumbnail.dataUri(tiles.get(c), 2 * TILE_WIDTH) + "\"/>");
            }
            text(svg, "", GAP, TOP + r * rowHeight + tileHeight + 14, row.label() + " · " + row.image());
        }
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, String styleClass, int x, int y, String text) {
        svg.append(
                "<text class=\"" + styleClass + "\" x=\"" + x + "\" y=\"" + y + "\">" + Html.escape(text) + "</text>");
    }
}
