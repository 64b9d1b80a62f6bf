package io.drydock.cli;

import io.drydock.core.data.ClassList;
import io.drydock.core.error.ConfigException;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.split.Part;
import io.drydock.core.text.Suggestion;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.ReviewQueue;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.ReviewJson;
import io.drydock.workbench.pool.PoolQueue;
import io.drydock.workbench.report.Numbers;
import io.drydock.workbench.review.LeftErrors;
import io.drydock.workbench.review.ReviewFilter;
import io.drydock.workbench.review.ReviewFilter.Show;
import io.drydock.workbench.review.ReviewItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock review}. For one thread at a time. */
@Command(
        name = "review",
        description = "List what waits for a person: each image once, the most suspect first.",
        footer = {
            "",
            "drydock review --kind gray --part train --images | drydock labels keep - --why \"old photographs\"",
            "What was decided is not listed again, unless the evidence now points to another class."
        })
final class ReviewCommand extends Verb {
    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only these kinds of finding.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--label", paramLabel = "CLASS", description = "Only images labelled so now, by code or name.")
    private @Nullable String label;

    @Option(names = "--suggested", paramLabel = "CLASS", description = "Only images that look like this class.")
    private @Nullable String suggested;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "train, valid, test, pool, or labelled for all with a label; all without it.")
    private @Nullable String part;

    @Option(
            names = "--unlabeled",
            description =
                    "Images without a label (the pool), the most useful to label first; random until an audit or a run.")
    private boolean unlabeled;

    @Option(names = "--check", paramLabel = "NAME", description = "Only what this check found.")
    private @Nullable String check;

    @Option(names = "--show", paramLabel = "WHICH", description = "open, unsure, settled or all (${DEFAULT-VALUE}).")
    private Show show = Show.OPEN;

    @Option(names = "--offset", paramLabel = "N", description = "Pass over the first N.")
    private int offset;

    @Option(names = "--limit", paramLabel = "N", description = "List at most N (${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(
            names = "--images",
            description =
                    "Print the paths only, of all that match, for drydock labels VERB -: images to be predicted only"
                            + " with --part test.")
    private boolean images;

    @Override
    void run() {
        if (unlabeled) {
            requireAlone();
            part = Part.POOL.key();
        }
        boolean pool = Part.POOL.key().equals(part);
        String order = pool ? ordered(pictures()) : "";
        ReviewQueue queue = new ReviewQueue(pictures());
        ReviewFilter filter = filter(queue.classes());
        if (images) {
            paths(queue.paths(filter));
            return;
        }
        ReviewQueue.Stretch stretch = queue.run(filter, offset, limit);
        if (json()) {
            out().println(JsonText.pretty(
                    pool
                            ? ReviewJson.ofPool(stretch, order, queue.classes())
                            : ReviewJson.of(stretch, queue.classes())));
        } else if (pool) {
            printPool(stretch, order, queue.classes());
        } else {
            print(stretch, queue.classes());
        }
    }

    private void requireAlone() {
        if (!kinds.isEmpty()
                || label != null
                || (part != null && !Part.POOL.key().equals(part))) {
            throw refused(
                    "--unlabeled lists the images of the pool, which have no label and no finding: leave out --kind,"
                            + " --label and --part.");
        }
    }

    private String ordered(Path folder) {
        PoolQueue queue = PoolQueue.open(folder);
        queue.refresh(progress());
        return queue.order();
    }

    /** Paths to standard output, how many and where they stand to standard error, so that a pipe carries paths alone. */
    private void paths(ReviewQueue.Paths found) {
        found.images().forEach(data()::println);
        String parts = found.parts().entrySet().stream()
                .map(part -> Numbers.count(part.getValue()) + " " + part.getKey())
                .collect(Collectors.joining(", "));
        err().println(counted(found.images().size(), "image")
                + (parts.isEmpty() ? "" : ": " + parts)
                + (found.toPredict() == 0
                        ? "."
                        : "; " + counted(found.toPredict(), "image") + " to be predicted left out (--part test lists"
                                + " them)."));
    }

    private ReviewFilter filter(ClassList classes) {
        Set<FindingKind> wanted = new LinkedHashSet<>();
        kinds.forEach(key -> wanted.add(kind(key)));
        return new ReviewFilter(
                wanted,
                Optional.ofNullable(label).map(text -> code(classes, text)),
                Optional.ofNullable(suggested).map(text -> code(classes, text)),
                Optional.ofNullable(part),
                Optional.ofNullable(check),
                show);
    }

    private static String code(ClassList classes, String text) {
        return classes.classes().stream()
                .filter(one -> one.name().equalsIgnoreCase(text)
                        && classes.indexOf(text).isEmpty())
                .map(one -> one.code())
                .findFirst()
                .orElse(text);
    }

    private static FindingKind kind(String key) {
        List<String> keys =
                Arrays.stream(FindingKind.values()).map(FindingKind::key).toList();
        return FindingKind.of(key.replace('-', '_'))
                .orElseThrow(() -> new ConfigException("--kind " + key + " is none of " + String.join(", ", keys) + "."
                        + Suggestion.didYouMean(key, keys)));
    }

    private void printPool(ReviewQueue.Stretch stretch, String order, ClassList classes) {
        out().println(Numbers.of(stretch.total(), "image", "images") + " without a label. Order: "
                + (order.equals("random")
                        ? "random, since there is no model yet; drydock audit or drydock train makes one."
                        : "uncertain and different pictures first, by " + order + "."));
        if (stretch.matching() == 0) {
            out().println("Nothing waits.");
            return;
        }
        table(stretch, classes);
        out().println("Give them a class: drydock labels relabel IMAGE... --to CLASS");
    }

    private void print(ReviewQueue.Stretch stretch, ClassList classes) {
        out().println(Numbers.of(stretch.total(), "image", "images") + " (" + stretch.part() + "): "
                + stretch.progress() + ".");
        stretch.errorsLeft().errors().flatMap(LeftErrors::note).ifPresent(out()::println);
        if (stretch.matching() == 0) {
            out().println("Nothing waits" + (show == Show.OPEN ? ". Look for more by drydock audit." : "."));
            return;
        }
        table(stretch, classes);
    }

    private void table(ReviewQueue.Stretch stretch, ClassList classes) {
        TextTable table = new TextTable("", "score", "what", "image", "part", "label", "looks like", "said");
        int place = stretch.offset();
        for (ReviewItem item : stretch.items()) {
            table.row(
                    ++place,
                    String.format(Locale.ROOT, "%.3f", item.finding().score()),
                    item.finding().kind().key(),
                    item.finding().image(),
                    item.part(),
                    item.label().map(code -> name(classes, code)).orElse("-"),
                    item.suggested().map(code -> name(classes, code)).orElse("-"),
                    item.verdict().map(said -> said.action().key()).orElse(""));
        }
        out().print(table);
        out().println(Numbers.count(stretch.items().size()) + " of " + Numbers.count(stretch.matching())
                + (stretch.unsure() > 0 ? ", " + Numbers.count(stretch.unsure()) + " of them unsure" : ""));
    }

    private static String name(ClassList classes, String code) {
        return classes.classes().stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name())
                .findFirst()
                .orElse(code);
    }
}
