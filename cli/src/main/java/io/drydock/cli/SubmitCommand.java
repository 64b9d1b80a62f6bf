package io.drydock.cli;

import io.drydock.core.text.TextBars;
import io.drydock.workbench.WriteSubmission;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.SubmissionsJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock submit}. For one thread at a time. */
@Command(name = "submit", description = "Write the answer to the test images, checked against the sample submission.")
final class SubmitCommand extends Verb {
    private static final int BAR_WIDTH = 30;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Folder names, numbers, latest, or CSV files of test probabilities.")
    private List<String> runs = new ArrayList<>();

    @Mixin
    private CombineOptions combine = new CombineOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "CSV to write.")
    private Path output = Path.of("submission.csv");

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Override
    void run() {
        WriteSubmission.Result result = new WriteSubmission(device.asked())
                .run(
                        new WriteSubmission.Request(
                                pictures(), runs, combine.mix(), combine.mixText(), combine.tta(), output, force),
                        progress());
        if (json()) {
            out().println(JsonText.pretty(SubmissionsJson.of(List.of(result.submission()))));
            return;
        }
        TextBars bars = new TextBars(BAR_WIDTH);
        result.counts().forEach((code, count) -> bars.bar(code, count));
        out().print(bars);
        out().println("Submission " + result.submission().number() + ": "
                + result.submission().file()
                + (result.checked() ? ", fits the sample submission" : ", no sample submission to check against")
                + (result.described().isEmpty() ? "" : "; " + result.described()));
        out().println(result.submission()
                .weightedF1()
                .map(f1 -> "Validation weighted F1 " + f1)
                .orElse("No validation score: " + result.noScore()));
        result.submission().caveats().forEach(out()::println);
        result.note().ifPresent(note -> out().println("Note: " + note));
        out().println("When the leaderboard has answered: drydock submissions score "
                + result.submission().number() + " SCORE");
    }
}
