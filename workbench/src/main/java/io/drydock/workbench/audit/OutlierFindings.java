package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.explore.outlier.Outliers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Images unlike all others, held against their class. Safe for use by many threads. */
public final class OutlierFindings {
    private OutlierFindings() {}

    /** How lonely each image is; images to be predicted are held against each other. */
    public static Outliers measure(Embedding embedding, ImageSet set) {
        int[] groups = embedding.images().stream()
                .mapToInt(image -> image.label().orElse(set.classes().size()))
                .toArray();
        return Outliers.of(embedding.rows(), groups);
    }

    /** Those called outliers. */
    static List<Finding> of(Outliers outliers, Embedding embedding, NearestImages nearest) {
        List<Finding> findings = new ArrayList<>();
        for (int row : outliers.far()) {
            AuditedImage image = embedding.images().get(row);
            Map<String, Object> evidence = new LinkedHashMap<>();
            evidence.put("distance", outliers.distances()[row]);
            evidence.put("class_median", outliers.medians()[row]);
            evidence.put("deviations", outliers.deviations()[row]);
            evidence.put("nearest", nearest.of(image.image()));
            findings.add(ImageSet.finding(
                    FindingKind.OUTLIER,
                    Outliers.VERSION,
                    image,
                    outliers.score(row),
                    OptionalInt.empty(),
                    evidence,
                    List.of()));
        }
        return Ranking.of(findings);
    }
}
