package io.drydock.workbench.report;

import io.drydock.core.random.RandomStream;
import io.drydock.workbench.inspect.InspectedImage;
import io.drydock.workbench.inspect.Inspection;
import java.util.ArrayList;
import java.util.List;

/** What the images look like: some of all classes, then some of each. Safe for use by many threads. */
final class MontageSections {
    private static final int OF_ALL = 35;
    private static final int OF_EACH = 14;

    private MontageSections() {}

    static void add(ReportPage page, Inspection inspection, Pictures pictures, long seed) {
        List<InspectedImage> labeled = inspection.labeled();
        if (labeled.isEmpty()) {
            return;
        }
        PictureGrid mixed = PictureGrid.dense();
        for (InspectedImage image : draw(labeled, OF_ALL, RandomStream.of(seed, "montage"))) {
            String name = inspection
                    .classes()
                    .get(image.label().orElseThrow())
                    .label()
                    .name();
            mixed.add(pictures.of(image.image()), Html.text(name));
        }
        page.section("A look at all", "Drawn at random from the labelled images.", mixed.html());

        List<Html> body = new ArrayList<>();
        for (int c = 0; c < inspection.classes().size(); c++) {
            int wanted = c;
            List<InspectedImage> own = labeled.stream()
                    .filter(image -> image.label().orElse(-1) == wanted)
                    .toList();
            PictureGrid grid = PictureGrid.dense();
            for (InspectedImage image : draw(own, OF_EACH, RandomStream.of(seed, "class-montage", c))) {
                grid.add(pictures.of(image.image()), Html.tag("span", "file", Html.text(image.image())));
            }
            body.add(Html.tag(
                    "h3",
                    "",
                    Html.text(inspection.classes().get(c).label().name()),
                    Html.tag("small", "", Html.text(Numbers.of(own.size(), "image", "images")))));
            body.add(grid.html());
        }
        page.section(
                "Class by class",
                "Drawn at random from each class. A picture that looks out of place may carry a wrong label.",
                Html.all(body));
    }

    private static List<InspectedImage> draw(List<InspectedImage> images, int count, RandomStream random) {
        List<InspectedImage> drawn = new ArrayList<>();
        for (int index : random.permutation(images.size())) {
            if (drawn.size() < count) {
                drawn.add(images.get(index));
            }
        }
        return drawn;
    }
}
