package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.Ranking;
import io.drydock.explore.check.CheckResult;
import io.drydock.explore.check.Flag;
import io.drydock.explore.check.MeasuredPicture;
import io.drydock.explore.check.PictureChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the checks of single pictures find in a set. Safe for use by many threads. */
public final class PictureFindings {
    private PictureFindings() {}

    /** Runs every check over all images of a set; flags name rows of {@link ImageSet#images}. */
    public static List<CheckResult> checks(ImageSet set) {
        return PictureChecks.of(set.images().stream()
                .map(image -> new MeasuredPicture(
                        image.picture().height(),
                        image.picture().width(),
                        image.picture().mode().startsWith("gray"),
                        image.picture().checks()))
                .toList());
    }

    /**
     * What checks flag.
     *
     * @param version of the checks
     */
    public static List<Finding> of(List<CheckResult> checks, int version, ImageSet set) {
        List<Finding> findings = new ArrayList<>();
        for (CheckResult check : checks) {
            for (Flag flag : check.flags()) {
                Map<String, Object> evidence = new LinkedHashMap<>();
                evidence.put("measure", check.measure());
                evidence.put("value", flag.value());
                if (Double.isFinite(check.threshold())) {
                    evidence.put("threshold", check.threshold());
                }
                evidence.putAll(flag.evidence());
                findings.add(ImageSet.finding(
                        check.kind(),
                        version,
                        set.images().get(flag.row()),
                        flag.score(),
                        OptionalInt.empty(),
                        evidence,
                        List.of()));
            }
        }
        return Ranking.of(findings);
    }
}
