package io.drydock.workbench.audit;

import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.random.RandomStream;
import io.drydock.workbench.FindLabelIssues;
import io.drydock.workbench.issue.LabelIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A random sample of the labeled images that no label issue lists. Every content has a random number for good (Ohlsson,
 * "Coordination of samples using permanent random numbers", 1995), and the sample is those of the smallest: any head of it is a
 * random sample too, and a later audit draws the same images as far as they are still not listed. Safe for use by many threads.
 */
final class SampleFindings {
    /** Raised when results mean something else. */
    static final int VERSION = 1;

    private static final int MOST = 100;
    private static final long SEED = 1;
    private static final int DIGITS = 16;

    private SampleFindings() {}

    /**
     * The sample in the order in which it is to be judged.
     *
     * @param listed label issues, which are not drawn
     */
    static List<Finding> of(FindLabelIssues.Result issues, List<Finding> listed, ImageSet set) {
        Map<String, AuditedImage> images = set.byPath();
        Set<String> taken = new HashSet<>();
        listed.forEach(finding -> taken.add(contentOf(finding.image(), images)));
        List<Finding> sample = new ArrayList<>();
        issues.issues().stream()
                .filter(issue -> images.containsKey(issue.image()))
                .sorted(Comparator.comparingLong((LabelIssue issue) -> number(issue.sha256()))
                        .thenComparing(LabelIssue::image))
                .filter(issue -> taken.add(issue.sha256()))
                .limit(MOST)
                .forEach(issue -> sample.add(finding(issue, images, sample.size() + 1)));
        return List.copyOf(sample);
    }

    private static String contentOf(String path, Map<String, AuditedImage> images) {
        AuditedImage image = images.get(path);
        return image == null ? "" : image.sha256();
    }

    private static long number(String sha256) {
        return RandomStream.of(SEED, "random sample", Long.parseUnsignedLong(sha256.substring(0, DIGITS), 16))
                .nextLong();
    }

    private static Finding finding(LabelIssue issue, Map<String, AuditedImage> images, int place) {
        AuditedImage image = images.get(issue.image());
        if (image == null) {
            throw new IllegalStateException("not in the set: " + issue.image());
        }
        return ImageSet.finding(
                        FindingKind.RANDOM_SAMPLE,
                        VERSION,
                        image,
                        issue.score(),
                        OptionalInt.empty(),
                        Map.of("p_label", issue.probabilities().get(issue.given())),
                        List.of())
                .ranked(place);
    }
}
