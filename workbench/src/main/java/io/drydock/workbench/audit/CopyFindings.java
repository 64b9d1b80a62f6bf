package io.drydock.workbench.audit;

import io.drydock.core.finding.Copy;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.finding.ImageGroup.Kind;
import io.drydock.core.finding.ImageGroup.Relation;
import io.drydock.core.finding.Ranking;
import io.drydock.core.split.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Groups of copies as findings: one for every labelled image that is not the one to keep. Safe for use by many threads. */
public final class CopyFindings {
    /** Raised when results mean something else. */
    public static final int VERSION = 1;

    private CopyFindings() {}

    /** Findings of all groups; the more alike, the more suspect. */
    public static List<Finding> of(List<ImageGroup> groups, ImageSet set) {
        Map<String, AuditedImage> images = set.byPath();
        List<Finding> findings = new ArrayList<>();
        for (ImageGroup group : groups) {
            for (Copy copy : judged(group)) {
                AuditedImage image = images.get(copy.image());
                if (image != null) {
                    findings.add(ImageSet.finding(
                            kind(group),
                            VERSION,
                            image,
                            1 - group.similarity(),
                            OptionalInt.empty(),
                            evidence(group),
                            group.images().stream().map(Copy::sha256).sorted().toList()));
                }
            }
        }
        return distinct(Ranking.of(findings));
    }

    /** Copies that somebody has to decide about: labelled ones that are not kept, or the kept one when it is alone. */
    private static List<Copy> judged(ImageGroup group) {
        List<Copy> outside = group.images().stream()
                .filter(copy -> !copy.part().equals(Part.POOL.key()))
                .toList();
        if (outside.size() < 2 && group.relation() == Relation.HARMLESS) {
            return List.of();
        }
        List<Copy> labeled =
                group.images().stream().filter(copy -> copy.label().isPresent()).toList();
        List<Copy> others = labeled.stream()
                .filter(copy -> !copy.image().equals(group.keep()))
                .toList();
        return others.isEmpty() ? labeled : others;
    }

    /** What a group does, as a kind of finding. */
    public static FindingKind kind(ImageGroup group) {
        return switch (group.relation()) {
            case CONFLICT -> FindingKind.CONFLICT;
            case LEAK -> FindingKind.LEAK;
            case HARMLESS -> group.kind() == Kind.NEAR ? FindingKind.NEAR_DUPLICATE : FindingKind.DUPLICATE;
        };
    }

    private static Map<String, Object> evidence(ImageGroup group) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("same", group.kind().key());
        evidence.put("similarity", group.similarity());
        evidence.put("keep", group.keep());
        evidence.put("keep_reason", group.keepReason());
        List<Map<String, Object>> copies = new ArrayList<>();
        for (Copy copy : group.images()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("image", copy.image());
            copy.label().ifPresent(label -> shown.put("label", label));
            shown.put("part", copy.part());
            copies.add(shown);
        }
        evidence.put("copies", copies);
        return evidence;
    }

    /** An image of an exact and a near group of one kind is judged once, in the first. */
    private static List<Finding> distinct(List<Finding> findings) {
        return Ranking.of(List.copyOf(findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.kind() + finding.image(),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()));
    }
}
