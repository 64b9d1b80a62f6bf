package io.drydock.cli;

import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.workbench.SplitData;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.SplitJson;
import io.drydock.workbench.report.Numbers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock split}. For one thread at a time. */
@Command(
        name = "split",
        description = "Divide the labelled images into train and valid, and make that the current split.",
        footer = {
            "",
            "Classes keep their shares, copies stay together, and the same seed gives the same split anywhere.",
            "Splits are numbered and never changed; runs name theirs."
        })
final class SplitCommand extends Verb {
    @Option(
            names = "--valid",
            paramLabel = "SHARE",
            description = "Share of the images to validate on (${DEFAULT-VALUE}).")
    private double valid = 0.15;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draw (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--folds", paramLabel = "K", description = "Also divide all images into K folds.")
    private int folds;

    @Option(names = "--from", paramLabel = "FILE", description = "Import a split: CSV with image,part[,fold].")
    private @Nullable Path from;

    @Option(
            names = "--group",
            paramLabel = "WHICH",
            description =
                    "Keep in one part: near (near-duplicates), column:NAME (the same value in a column of the labels"
                            + " CSV, such as column:patient), or both with a comma. Equal files always are (none).")
    private String group = "none";

    @Override
    void run() {
        SplitData.Result result = new SplitData()
                .run(
                        new SplitData.Request(
                                workspace(),
                                valid,
                                seed,
                                folds,
                                Optional.ofNullable(from),
                                SplitData.Grouping.parse(group)),
                        progress());
        if (json()) {
            out().println(JsonText.pretty(SplitJson.of(result)));
        } else {
            print(result);
        }
    }

    private void print(SplitData.Result result) {
        Split split = result.split();
        out().println("Split " + split.number() + ": " + Numbers.count(split.count(Part.TRAIN)) + " to train, "
                + Numbers.count(split.count(Part.VALID)) + " to validate"
                + (split.foldCount() > 0 ? ", " + split.foldCount() + " folds" : ""));
        if (!split.groupBy().equals(SplitData.Grouping.CONTENT.key())) {
            out().println("Grouped by " + split.groupBy());
        }
        out().println();
        List<String> codes = result.classes().codes();
        Map<Part, Map<String, Integer>> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            counts.put(part, split.classCounts(part, result.labels(), codes));
        }
        PartBars.print(
                List.of(Part.TRAIN, Part.VALID),
                result.classes().names(),
                (part, c) -> counts.getOrDefault(part, Map.of()).getOrDefault(codes.get(c), 0),
                out());
        result.notes().forEach(note -> out().println("Note: " + note));
        UnusableText.print(result.unusable(), out());
        out().println("Written to " + result.file());
    }
}
