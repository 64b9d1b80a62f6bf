package io.drydock.cli;

import io.drydock.workbench.AuditData;
import io.drydock.workbench.issue.ProbabilitySource;
import io.drydock.workbench.json.AuditJson;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.report.AuditText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drydock audit}. For one thread at a time. */
@Command(
        name = "audit",
        description = "Find what is wrong in the image set: labels, copies, pictures, outliers, several objects,"
                + " cues, shift; and draw its map.",
        footer = {
            "",
            "Changes nothing: what is found is kept for review (drydock review, drydock labels, drydock studio).",
            "A second call computes only what changed."
        })
final class AuditCommand extends Verb {
    @Mixin
    private ProbeOptions probe = new ProbeOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(
            names = "--probabilities",
            paramLabel = "SOURCE",
            description = "What labels are held against: probe, run:NAME, a CSV or a .npy file (${DEFAULT-VALUE}).")
    private String source = "probe";

    @Option(names = "--seed", paramLabel = "N", description = "Lays out the map (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--no-report", description = "Write no HTML page.")
    private boolean noReport;

    @Override
    void run() {
        AuditData.Request request = new AuditData.Request(
                pictures(), probe.encoder(), ProbabilitySource.parse(source, probe.choice()), seed, !noReport);
        AuditData.Result result = new AuditData(device.asked()).run(request, steps());
        if (json()) {
            out().println(JsonText.pretty(AuditJson.of(result)));
            return;
        }
        new AuditText(out()).print(result.audit());
        result.report().ifPresent(page -> out().println("Report: " + page));
    }
}
