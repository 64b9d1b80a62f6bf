package io.drydock.core.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two people's patches as one. They conflict about a content where they give it different classes, where one leaves an
 * image out that the other looked at and gave a class, or where they leave it out for different reasons. A decision
 * outweighs an unsure. Either order of the two gives the same. Safe for use by many threads.
 *
 * @param patch all that they agree on, or that only one of them decided
 * @param conflicts what each of them says, content by content; none of it is in the patch
 */
public record PatchMerge(LabelPatch patch, List<Conflict> conflicts) {
    /**
     * What two people say about one content and cannot both be right about.
     *
     * @param first rows of the first patch
     * @param second rows of the second patch
     */
    public record Conflict(List<PatchRow> first, List<PatchRow> second) {
        public Conflict {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }

        /** {@code a.jpg: relabel 1 to 5 (ann, 2026-03-01) against drop (ben, 2026-03-02)}. */
        public String described() {
            return first.get(0).image() + ": " + words(first) + " against " + words(second);
        }

        private static String words(List<PatchRow> rows) {
            return String.join(" and ", rows.stream().map(PatchRow::described).toList());
        }
    }

    public PatchMerge {
        conflicts = List.copyOf(conflicts);
    }

    /** Merges, leaving out what they do not agree on. */
    public static PatchMerge of(LabelPatch first, LabelPatch second) {
        Map<String, List<PatchRow>> ours = bySubject(first);
        Map<String, List<PatchRow>> theirs = bySubject(second);
        List<PatchRow> merged = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        ours.forEach((subject, rows) -> {
            List<PatchRow> others = theirs.getOrDefault(subject, List.of());
            if (others.isEmpty()) {
                merged.addAll(rows);
            } else if (conflict(rows, others)) {
                conflicts.add(new Conflict(rows, others));
            } else {
                merged.addAll(united(rows, others));
            }
        });
        theirs.forEach((subject, rows) -> {
            if (!ours.containsKey(subject)) {
                merged.addAll(rows);
            }
        });
        merged.sort(LabelPatch.ORDER);
        return new PatchMerge(new LabelPatch(merged), conflicts);
    }

    /** The patch with the first's answer to every conflict, or the second's. */
    public LabelPatch resolved(boolean byFirst) {
        List<PatchRow> rows = new ArrayList<>(patch.rows());
        conflicts.forEach(conflict -> rows.addAll(byFirst ? conflict.first() : conflict.second()));
        rows.sort(LabelPatch.ORDER);
        return new LabelPatch(rows);
    }

    private static Map<String, List<PatchRow>> bySubject(LabelPatch patch) {
        Map<String, List<PatchRow>> subjects = new LinkedHashMap<>();
        patch.rows()
                .forEach(row -> subjects.computeIfAbsent(row.subject(), key -> new ArrayList<>(1))
                        .add(row));
        return subjects;
    }

    private static boolean conflict(List<PatchRow> first, List<PatchRow> second) {
        return claimDifferently(first, second)
                || removesWhatOtherClaims(first, second)
                || removesWhatOtherClaims(second, first)
                || removedDifferently(first, second);
    }

    /** Whether they give images that had the same label different classes, or images with other labels than each other's. */
    private static boolean claimDifferently(List<PatchRow> first, List<PatchRow> second) {
        Map<String, String> ours = claims(first);
        Map<String, String> theirs = claims(second);
        boolean meet = !Collections.disjoint(ours.keySet(), theirs.keySet());
        Optional<String> one = claim(first);
        Optional<String> other = claim(second);
        return meet
                ? ours.entrySet().stream()
                        .anyMatch(claim ->
                                !claim.getValue().equals(theirs.getOrDefault(claim.getKey(), claim.getValue())))
                : one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** The class claimed last, by the label before. */
    private static Map<String, String> claims(List<PatchRow> rows) {
        Map<String, String> claims = new HashMap<>();
        rows.stream()
                .sorted(LabelPatch.ORDER)
                .forEach(row ->
                        row.claim().ifPresent(code -> claims.put(row.oldLabel().orElse(""), code)));
        return claims;
    }

    private static Optional<String> claim(List<PatchRow> rows) {
        return rows.stream()
                .sorted(LabelPatch.ORDER.reversed())
                .flatMap(row -> row.claim().stream())
                .findFirst();
    }

    private static boolean removesWhatOtherClaims(List<PatchRow> removing, List<PatchRow> claiming) {
        return removing.stream()
                .filter(PatchRow::removes)
                .map(PatchRow::image)
                .anyMatch(image -> claiming.stream()
                                .anyMatch(row ->
                                        row.claim().isPresent() && row.image().equals(image))
                        && claiming.stream()
                                .noneMatch(row -> row.removes() && row.image().equals(image)));
    }

    private static boolean removedDifferently(List<PatchRow> first, List<PatchRow> second) {
        Map<String, PatchRow> removed = new HashMap<>();
        first.stream().filter(PatchRow::removes).forEach(row -> removed.put(row.image(), row));
        return second.stream().filter(PatchRow::removes).anyMatch(row -> {
            PatchRow other = removed.get(row.image());
            return other != null
                    && (other.action() != row.action()
                            || (row.action() == Action.DUPLICATE_OF
                                    && !other.newLabel().equals(row.newLabel())));
        });
    }

    /** Rows of both, one for each thing said: the one said first. */
    private static List<PatchRow> united(List<PatchRow> first, List<PatchRow> second) {
        Map<String, PatchRow> said = new LinkedHashMap<>();
        Stream.concat(counting(first, second), counting(second, first))
                .sorted(LabelPatch.ORDER.thenComparing(row -> row.signature().by(), Comparator.naturalOrder()))
                .forEach(row -> said.putIfAbsent(
                        row.removes()
                                ? "path " + row.image()
                                : row.action().key() + " " + row.oldLabel().orElse(""),
                        row));
        return List.copyOf(said.values());
    }

    /** Rows that count beside another's: whoever was only unsure gives way to whoever said what the image shows. */
    private static Stream<PatchRow> counting(List<PatchRow> rows, List<PatchRow> others) {
        boolean givesWay = claim(rows).isEmpty() && claim(others).isPresent();
        return rows.stream().filter(row -> !givesWay || row.action() != Action.UNSURE);
    }
}
