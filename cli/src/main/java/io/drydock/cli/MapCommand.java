package io.drydock.cli;

import io.drydock.workbench.MapFeatures;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.MapJson;
import io.drydock.workbench.map.FeatureMap;
import io.drydock.workbench.report.Numbers;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drydock map}. For one thread at a time. */
@Command(
        name = "map",
        description =
                "Lay all images out in two dimensions, alike beside alike: SVG, PNG, and a page to look around in.")
final class MapCommand extends Verb {
    @Mixin
    private ProbeOptions probe = new ProbeOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(
            names = "--probabilities",
            paramLabel = "SOURCE",
            description = "What tells whether an image is predicted as labelled: probe, run:NAME, a CSV or .npy file"
                    + " (${DEFAULT-VALUE}).")
    private String source = "probe";

    @Option(names = "--seed", paramLabel = "N", description = "Lays out (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--no-thumbnails", description = "A page without small pictures: about 1 KB an image less.")
    private boolean noThumbnails;

    @Override
    void run() {
        MapFeatures.Result result = new MapFeatures()
                .run(
                        new MapFeatures.Request(
                                pictures(),
                                probe.encoder().on(device.asked()),
                                Optional.of(ProbabilitySource.parse(source, probe.choice())
                                        .on(device.asked())),
                                seed,
                                !noThumbnails),
                        steps());
        if (json()) {
            out().println(JsonText.pretty(MapJson.of(result)));
            return;
        }
        FeatureMap map = result.map();
        out().println(counted(map.points().size(), "image") + " by " + map.encoder() + ", principal components with "
                + Numbers.percent(map.explained()) + " of the variance, then UMAP");
        out().println(map.trust());
        result.files().forEach(file -> out().println("Drawn:  " + file));
        out().println("Report: " + result.report());
    }
}
