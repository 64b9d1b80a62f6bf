package io.drydock.workbench.report;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.explore.duplicate.Match;
import io.drydock.image.hash.Orientation;
import io.drydock.workbench.FindDuplicates;
import io.drydock.workbench.duplicate.NearPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of {@code drydock duplicates}: every group side by side, the worst first. Safe for use by many threads. */
public final class DuplicatesPage {
    private static final int GROUPS_SHOWN = 200;
    private static final int PICTURES_SHOWN = 6;

    private final FindDuplicates.Result found;
    private final Pictures pictures;
    private final Map<List<String>, NearPair> pairs = new HashMap<>();

    private DuplicatesPage(FindDuplicates.Result found, Pictures pictures) {
        this.found = found;
        this.pictures = pictures;
        for (NearPair pair : found.pairs()) {
            pairs.put(List.of(pair.first().sha256(), pair.second().sha256()), pair);
        }
    }

    /**
     * The whole page.
     *
     * @param made date and time for the subtitle, as text
     */
    public static ReportPage of(FindDuplicates.Result found, Pictures pictures, String made) {
        ReportPage page =
                new ReportPage("Copies", "Among " + Numbers.of(found.images(), "image", "images") + ", " + made);
        new DuplicatesPage(found, pictures).figures(page);
        addSections(page, found, pictures);
        return page;
    }

    /** The groups as sections of a page. */
    static void addSections(ReportPage page, FindDuplicates.Result found, Pictures pictures) {
        DuplicatesPage shown = new DuplicatesPage(found, pictures);
        shown.leak(page);
        shown.section(page, Relation.CONFLICT, "Conflicts", "One picture, two labels: at least one of them is wrong.");
        shown.section(
                page,
                Relation.LEAK,
                "Leaks",
                "The same picture in several parts: what is scored was seen in training, or could be copied.");
        shown.section(page, Relation.HARMLESS, "Harmless", "Same label, same part: the picture only weighs more.");
    }

    private void figures(ReportPage page) {
        page.figure(
                Numbers.count(found.groups().size()),
                "groups of copies",
                Numbers.count(found.count(Kind.NEAR)) + " near, "
                        + Numbers.count(found.count(Kind.FILE) + found.count(Kind.PIXELS)) + " exact");
        page.figure(Numbers.count(found.count(Relation.CONFLICT)), "conflicts", "one picture, two labels");
        page.figure(Numbers.count(found.count(Relation.LEAK)), "leaks", "one picture, several parts");
        found.leak()
                .ifPresent(leak -> page.figure(
                        Numbers.count(leak.leakingValid()),
                        "leaking validation images",
                        Numbers.percent(leak.share()) + " of split " + leak.split()));
    }

    private void leak(ReportPage page) {
        found.leak()
                .filter(leak -> leak.leaks())
                .ifPresent(leak -> page.section(
                        "The split leaks",
                        "",
                        Html.tag(
                                "p",
                                "callout warn",
                                Html.text(Numbers.of(leak.leakingValid(), "image", "images") + " of the "
                                        + Numbers.count(leak.valid()) + " in the validation part of split "
                                        + leak.split()
                                        + " have a copy in train, so their answers were seen. Draw a split that keeps"
                                        + " copies together: drydock split --group near"))));
    }

    private void section(ReportPage page, Relation relation, String heading, String lead) {
        List<ImageGroup> groups = found.groups().stream()
                .filter(group -> group.relation() == relation)
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        PictureGrid grid = PictureGrid.cards();
        groups.stream().limit(GROUPS_SHOWN).forEach(group -> add(grid, group));
        int more = groups.size() - GROUPS_SHOWN;
        page.section(
                heading + " (" + Numbers.count(groups.size()) + ")",
                lead,
                grid.html(),
                more > 0 ? Html.paragraph("And " + Numbers.count(more) + " more.") : Html.NONE);
    }

    private void add(PictureGrid grid, ImageGroup group) {
        List<Picture> shown = group.images().stream()
                .limit(PICTURES_SHOWN)
                .map(copy -> pictures.of(copy.image()))
                .toList();
        List<Html> caption = new ArrayList<>();
        caption.add(Html.tag(
                "span",
                "tag " + tone(group.relation()),
                Html.text(group.relation().key())));
        caption.add(Html.text(" " + how(group)));
        for (Copy copy : group.images()) {
            boolean kept = copy.image().equals(group.keep());
            caption.add(Html.tag(
                    "div",
                    "",
                    Html.tag("span", "file", Html.text(copy.image())),
                    Html.tag("span", "range", Html.text(label(copy) + ", " + copy.part())),
                    kept ? Html.tag("span", "tag good", Html.text("keep")) : Html.NONE));
        }
        caption.add(Html.tag("div", "", Html.text("Keep: " + group.keepReason() + ".")));
        grid.add(shown, Html.all(caption));
    }

    private String how(ImageGroup group) {
        return switch (group.kind()) {
            case FILE -> "same file";
            case PIXELS -> "same pixels";
            case NEAR -> "near, similarity " + Numbers.score(group.similarity()) + change(group);
        };
    }

    /** What was done to the one picture to get the other, as far as the alignment tells. */
    private String change(ImageGroup group) {
        if (group.images().size() != 2) {
            return "";
        }
        NearPair pair = pairs.get(
                List.of(group.images().get(0).sha256(), group.images().get(1).sha256()));
        return pair == null ? "" : words(pair.match());
    }

    static String words(Match match) {
        StringBuilder words = new StringBuilder();
        if (match.orientation() != Orientation.UPRIGHT) {
            words.append(", ").append(match.orientation().key().replace('_', ' '));
        }
        if (match.scale() < 0.98 || match.scale() > 1.02) {
            words.append(", the second shows ")
                    .append(Numbers.percent(match.scale() * match.scale()))
                    .append(" of the first's area");
        }
        if (Math.abs(match.degrees()) > 0.7) {
            words.append(", rotated by ")
                    .append(Numbers.fixed(Math.abs(match.degrees()), 1))
                    .append("°");
        }
        return words.toString();
    }

    private String label(Copy copy) {
        return copy.label()
                .map(code -> found.classes().classes().stream()
                        .filter(each -> each.code().equals(code))
                        .map(ClassLabel::name)
                        .findFirst()
                        .orElse(code))
                .orElse("no label");
    }

    private static String tone(Relation relation) {
        return switch (relation) {
            case CONFLICT -> "bad";
            case LEAK -> "warn";
            case HARMLESS -> "";
        };
    }
}
