package io.drydock.cli;

import io.drydock.core.text.TextTable;
import io.drydock.workbench.MeasureShift;
import io.drydock.workbench.inspect.Shift;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.ShiftJson;
import io.drydock.workbench.report.Numbers;
import io.drydock.workbench.report.ShiftWords;
import io.drydock.workbench.shift.ShiftLook;
import io.drydock.workbench.shift.ShiftLook.Likeness;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drydock shift}. For one thread at a time. */
@Command(
        name = "shift",
        description =
                "Tell whether the images to predict look like the labelled ones, and which labelled ones look most"
                        + " like them.")
final class ShiftCommand extends Verb {
    private static final int NAMED = 8;

    @Mixin
    private ProbeOptions probe = new ProbeOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--seed", paramLabel = "N", description = "Draws the halves of the test (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--no-report", description = "Write no HTML page.")
    private boolean noReport;

    @Override
    void run() {
        MeasureShift.Result result = new MeasureShift()
                .run(
                        new MeasureShift.Request(pictures(), probe.encoder().on(device.asked()), seed, !noReport),
                        steps());
        if (json()) {
            out().println(JsonText.pretty(ShiftJson.of(result)));
            return;
        }
        print(result.shift());
        result.report().ifPresent(page -> out().println("Report: " + page));
    }

    private void print(ShiftLook shift) {
        out().println(counted(shift.labeled(), "labelled image") + " against " + Numbers.count(shift.test())
                + " to predict, by " + shift.encoder());
        out().println(shift.verdict());
        ShiftWords.separability(shift)
                .ifPresent(words -> out().println(words + "; .5 means that they cannot be told apart"));
        out().println();
        if (!shift.measures().isEmpty()) {
            TextTable table = new TextTable("measure", "labelled", "test", "distance", "p-value", "");
            for (Shift measure : shift.measures()) {
                int decimals = Math.abs(measure.labeledMean()) < 10 ? 3 : 1;
                table.row(
                        measure.feature().replace('_', ' '),
                        Numbers.fixed(measure.labeledMean(), decimals),
                        Numbers.fixed(measure.testMean(), decimals),
                        Numbers.fixed(measure.distance(), 3),
                        Numbers.pValue(measure.pValue()),
                        measure.notable() ? "differs" : "");
            }
            out().println(table);
        }
        if (!shift.likeTest().isEmpty()) {
            out().println("Most like the test images:  " + names(shift.likeTest()));
            out().println("Least like the test images: " + names(shift.unlikeTest()));
        }
    }

    private static String names(List<Likeness> images) {
        return images.stream()
                .limit(NAMED)
                .map(likeness -> likeness.image().image() + " " + Numbers.score(likeness.value()))
                .collect(Collectors.joining(", "));
    }
}
