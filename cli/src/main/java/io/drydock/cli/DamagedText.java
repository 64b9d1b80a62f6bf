package io.drydock.cli;

import io.drydock.workbench.inspect.DamagedImage;
import java.io.PrintWriter;
import java.util.List;

/** Images that are used although part of their file is missing, as a terminal shows them. Safe for use by many threads. */
final class DamagedText {
    private static final int SHOWN = 12;

    private DamagedText() {}

    /** Prints the first images and says how many more there are; nothing when there are none. */
    static void print(List<DamagedImage> images, PrintWriter out) {
        if (images.isEmpty()) {
            return;
        }
        out.println();
        out.println(
                images.size() == 1
                        ? "1 image is used although its file is not whole:"
                        : images.size() + " images are used although their files are not whole:");
        images.stream().limit(SHOWN).forEach(image -> out.println("  " + image.image() + " is " + image.message()));
        if (images.size() > SHOWN) {
            out.println("  and " + (images.size() - SHOWN) + " more; --json lists all");
        }
    }
}
