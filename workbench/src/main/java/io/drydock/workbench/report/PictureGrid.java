package io.drydock.workbench.report;

import java.util.ArrayList;
import java.util.List;

/** Pictures in rows that break where the window does, each with a caption. For one thread at a time. */
public final class PictureGrid {
    private final String styleClass;
    private final List<Html> cells = new ArrayList<>();

    private PictureGrid(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Pictures close together, captions small: for looking at many. */
    public static PictureGrid dense() {
        return new PictureGrid("grid dense");
    }

    /** Small cards with room for a few short lines. */
    public static PictureGrid compact() {
        return new PictureGrid("grid cards compact");
    }

    /** Cards with room for words. */
    public static PictureGrid cards() {
        return new PictureGrid("grid cards");
    }

    /** Adds a picture. */
    public PictureGrid add(Picture picture, Html caption) {
        return add(List.of(picture), caption);
    }

    /** Adds pictures that belong side by side, such as an image and its heat map. */
    public PictureGrid add(List<Picture> pictures, Html caption) {
        List<Html> images = pictures.stream().map(Picture::html).toList();
        cells.add(Html.tag(
                "figure",
                "",
                Html.tag("div", "pictures n" + images.size(), images),
                Html.tag("figcaption", "", caption)));
        return this;
    }

    public Html html() {
        return Html.tag("div", styleClass, cells);
    }
}
