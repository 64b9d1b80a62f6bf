package io.drydock.cli;

import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.workbench.PredictImages;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.PredictJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock predict}. For one thread at a time. */
@Command(name = "predict", description = "Predict the test part, another part, or any pictures.")
final class PredictCommand extends Verb {
    @Parameters(index = "0", paramLabel = "RUN", description = "Folder name, number, or latest.")
    private String run = "";

    @Parameters(index = "1..*", paramLabel = "PATH", description = "Pictures and folders of pictures; without, --part.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "test",
            description = "test, valid or train (${DEFAULT-VALUE}).")
    private String part = "test";

    @Option(
            names = "--tta",
            paramLabel = "N",
            defaultValue = "1",
            description = "Views of each image; 2 adds the mirror image.")
    private int tta = 1;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "CSV to write; without, it is printed.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Override
    void run() {
        PredictImages.Result result = new PredictImages(device.asked())
                .run(
                        new PredictImages.Request(
                                pictures(), run, paths, PartName.parse(part), tta, Optional.ofNullable(output), force),
                        progress());
        result.skipped().forEach(one -> err().println("left out: " + one.image() + ": " + one.message()));
        if (json()) {
            out().println(JsonText.pretty(PredictJson.of(result)));
        } else if (output == null) {
            data().print(ProbabilitiesCsv.text(result.probabilities()));
        } else {
            int n = result.probabilities().size();
            out().printf(
                            Locale.ROOT,
                            "%,d images by %s in %.1f s (%,.0f images a second): %s%n",
                            n,
                            result.run(),
                            result.seconds(),
                            n / Math.max(1e-9, result.seconds()),
                            output);
        }
    }
}
