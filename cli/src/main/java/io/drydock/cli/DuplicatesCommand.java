package io.drydock.cli;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.FindDuplicates;
import io.drydock.workbench.duplicate.SplitLeak;
import io.drydock.workbench.json.DuplicatesJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.report.Numbers;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drydock duplicates}. For one thread at a time. */
@Command(
        name = "duplicates",
        description = "Find images that show the same: exact copies, and near ones however cropped, resized, framed or"
                + " turned.",
        footer = {
            "",
            "A conflict has two labels for one picture, a leak has it in several parts; the rest is harmless.",
            "drydock split --group near keeps copies in one part."
        })
final class DuplicatesCommand extends Verb {
    private static final int GROUPS_SHOWN = 40;
    private static final List<Relation> URGENCY = List.of(Relation.CONFLICT, Relation.LEAK, Relation.HARMLESS);

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--no-report", description = "Write no HTML page.")
    private boolean noReport;

    @Override
    void run() {
        FindDuplicates.Result result =
                new FindDuplicates(device.asked()).run(new FindDuplicates.Request(pictures(), !noReport), progress());
        if (json()) {
            out().println(JsonText.pretty(DuplicatesJson.of(result)));
            return;
        }
        print(result);
        result.report().ifPresent(page -> out().println("Report: " + page));
    }

    private void print(FindDuplicates.Result result) {
        out().println(counted(result.groups().size(), "group") + " of copies among "
                + counted(result.images(), "image") + ": " + result.count(Kind.FILE) + " of the same file, "
                + result.count(Kind.PIXELS) + " of the same pixels, " + result.count(Kind.NEAR) + " near; "
                + counted(result.count(Relation.CONFLICT), "conflict") + ", "
                + counted(result.count(Relation.LEAK), "leak") + ".");
        result.leak().ifPresent(this::printLeak);
        if (result.groups().isEmpty()) {
            return;
        }
        out().println();
        TextTable table = new TextTable("does", "kind", "similarity", "image", "label", "part", "");
        result.groups().stream()
                .sorted(Comparator.comparingInt((ImageGroup group) -> URGENCY.indexOf(group.relation())))
                .limit(GROUPS_SHOWN)
                .forEach(group -> rows(table, group, result));
        out().print(table);
        int more = result.groups().size() - GROUPS_SHOWN;
        if (more > 0) {
            out().println("and " + counted(more, "more group") + "; the report and --json list all");
        }
    }

    private static void rows(TextTable table, ImageGroup group, FindDuplicates.Result result) {
        boolean first = true;
        for (Copy copy : group.images()) {
            String kept = copy.image().equals(group.keep()) ? "keep: " + group.keepReason() : "";
            String label = copy.label()
                    .map(code -> result.classes().indexOf(code).isPresent()
                            ? result.classes()
                                    .get(result.classes().indexOf(code).getAsInt())
                                    .name()
                            : code)
                    .orElse("");
            table.row(
                    first ? group.relation().key() : "",
                    first ? group.kind().key() : "",
                    first ? Numbers.fixed(group.similarity(), 3) : "",
                    copy.image(),
                    label,
                    copy.part(),
                    kept);
            first = false;
        }
    }

    private void printLeak(SplitLeak leak) {
        if (leak.leaks()) {
            out().println("Split " + leak.split() + " leaks: " + Numbers.count(leak.leakingValid()) + " of its "
                    + counted(leak.valid(), "validation image") + " (" + Numbers.percent(leak.share())
                    + ") have a copy in train. Draw one that does not: drydock split --group near");
        } else {
            out().println("Split " + leak.split() + " keeps all copies together.");
        }
        if (leak.leakingTest() > 0) {
            out().println(counted(leak.leakingTest(), "image to predict has", "images to predict have")
                    + " a labelled copy.");
        }
    }
}
