package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.image.hash.ContentHash;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a check found, where anything it depends on has changed since its last run. For one thread at a time. */
final class CheckLedger {
    private final Workspace workspace;
    private final Map<String, String> contents;
    private final String set;

    CheckLedger(Workspace workspace, ImageSet images) {
        this.workspace = workspace;
        this.contents = images.contents();
        StringBuilder text = new StringBuilder();
        for (AuditedImage image : images.images()) {
            text.append(image.image())
                    .append('\t')
                    .append(image.sha256())
                    .append('\t')
                    .append(image.label().orElse(-1))
                    .append('\t')
                    .append(image.place())
                    .append('\n');
        }
        this.set = digest(text.toString());
    }

    /**
     * Keeps findings.
     *
     * @param settings beside images, labels and parts, all that the check's results depend on
     */
    void keep(String check, int version, String settings, List<Finding> findings) {
        FindingCheck now = new FindingCheck(check, version, settings + " of " + set);
        if (!workspace.findings().lastRun(check).equals(Optional.of(now))) {
            workspace.findings().replace(now, findings, contents);
        }
    }

    /** SHA-256 of a text, hex. */
    static String digest(String text) {
        return ContentHash.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
