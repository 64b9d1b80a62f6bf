package io.drydock.explore.duplicate;

import io.drydock.explore.linear.Rows;
import io.drydock.explore.neighbor.Neighbors;
import io.drydock.image.hash.GrayTile;
import io.drydock.image.hash.Orientation;
import io.drydock.image.hash.PerceptualHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds pictures that show the same after a crop, a new size, another encoding, a change of brightness, a watermark, a
 * border, a small rotation, a flip or a turn: candidates by hash in all eight orientations and by embedding, each then
 * judged on its pixels. Safe for use by many threads.
 */
public record NearDuplicates(DuplicateSettings settings) {
    private static final int CHUNK = 256;
    private static final int LONGEST_CHAIN = 60;

    /** With settings chosen on real pictures. */
    public NearDuplicates() {
        this(DuplicateSettings.DEFAULT);
    }

    /** As {@link #pairs(List, float[][], IntConsumer)}, telling nobody. */
    public List<CopyPair> pairs(List<GrayTile> tiles, float[][] features) {
        return pairs(tiles, features, percent -> {});
    }

    /**
     * All pairs found, the most similar first.
     *
     * @param tiles of the pictures, [n]
     * @param features their embeddings, [n][d]; an empty row for a picture that has none, no rows to go by hashes alone
     * @param progress told the percent done, from any thread but rising
     */
    public List<CopyPair> pairs(List<GrayTile> tiles, float[][] features, IntConsumer progress) {
        return pairsFrom(0, tiles, features, progress);
    }

    /** The pairs with at least one of the pictures from {@code first} on, for a set that grew. */
    public List<CopyPair> pairsFrom(int first, List<GrayTile> tiles, float[][] features, IntConsumer progress) {
        if (features.length != 0 && features.length != tiles.size()) {
            throw new IllegalArgumentException(features.length + " rows of features for " + tiles.size() + " tiles");
        }
        HashNeighbors byHash =
                new HashNeighbors(tiles.parallelStream().map(PerceptualHash::of).toList());
        List<Candidate> candidates = candidates(first, byHash, features);
        List<CopyPair> found = bestOfEach(judge(candidates, tiles, progress));
        List<CopyPair> more = judge(unseen(first, found, candidates, byHash), tiles, percent -> {});
        return more.isEmpty()
                ? found
                : bestOfEach(Stream.concat(found.stream(), more.stream()).toList());
    }

    private List<CopyPair> judge(List<Candidate> candidates, List<GrayTile> tiles, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        int chunks = (candidates.size() + CHUNK - 1) / CHUNK;
        return IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> {
                    int from = chunk * CHUNK;
                    List<CopyPair> judged =
                            judge(candidates.subList(from, Math.min(candidates.size(), from + CHUNK)), tiles);
                    synchronized (done) {
                        progress.accept(100 * done.incrementAndGet() / chunks);
                    }
                    return judged;
                })
                .flatMap(List::stream)
                .toList();
    }

    /** Pairs within a chain of copies that were no candidates, so that groups are judged by all their pairs. */
    private static List<Candidate> unseen(int start, List<CopyPair> found, List<Candidate> seen, HashNeighbors byHash) {
        Set<Candidate> known = new HashSet<>(seen);
        List<Candidate> unseen = new ArrayList<>();
        for (List<Integer> chain : CopyGroups.chains(found)) {
            int members = Math.min(chain.size(), LONGEST_CHAIN);
            for (int i = 0; i < members; i++) {
                for (int j = i + 1; j < members; j++) {
                    int first = chain.get(i);
                    int second = chain.get(j);
                    for (Candidate candidate : List.of(
                            new Candidate(first, second, Orientation.UPRIGHT),
                            new Candidate(first, second, byHash.likeliest(first, second)))) {
                        if (second >= start && known.add(candidate)) {
                            unseen.add(candidate);
                        }
                    }
                }
            }
        }
        return unseen;
    }

    private List<CopyPair> judge(List<Candidate> candidates, List<GrayTile> tiles) {
        Matcher matcher = new Matcher();
        List<CopyPair> found = new ArrayList<>();
        for (Candidate candidate : candidates) {
            GrayTile first = tiles.get(candidate.first());
            GrayTile second = tiles.get(candidate.second());
            compare(matcher, first, second, candidate.orientation())
                    .filter(this::isCopy)
                    .ifPresent(match -> found.add(new CopyPair(candidate.first(), candidate.second(), match)));
        }
        return found;
    }

    /** Whether an agreement is that of copies. */
    public boolean isCopy(Match match) {
        boolean agrees = match.similarity() >= settings.similarity() && match.detail() >= settings.detail();
        boolean marked = match.similarity() >= settings.markedSimilarity() && match.detail() >= settings.markedDetail();
        return (agrees || marked) && match.contained() >= settings.contained();
    }

    /** How two pictures agree, in the given orientation; empty when they clearly differ. */
    public static Optional<Match> compare(GrayTile first, GrayTile second, Orientation orientation) {
        return compare(new Matcher(), first, second, orientation);
    }

    /** The rougher is laid over the other, whichever comes first, so that the order of images changes nothing. */
    private static Optional<Match> compare(Matcher matcher, GrayTile first, GrayTile second, Orientation orientation) {
        return first.roughness() >= second.roughness()
                ? matcher.match(first, second, orientation)
                : matcher.match(second, first, orientation.inverse()).map(Match::reversed);
    }

    private List<Candidate> candidates(int start, HashNeighbors byHash, float[][] features) {
        Set<Candidate> candidates =
                new HashSet<>(byHash.candidates(start, settings.hashNeighbors(), (float) settings.hashCorrelation()));
        int[] rows = IntStream.range(0, features.length)
                .filter(i -> features[i].length > 0)
                .toArray();
        int startRow = (int) IntStream.of(rows).filter(row -> row < start).count();
        if (rows.length > 1 && startRow < rows.length) {
            float[][] present = IntStream.of(rows).mapToObj(i -> features[i]).toArray(float[][]::new);
            Neighbors near = Neighbors.from(startRow, centered(present), settings.embeddingNeighbors());
            for (int i = startRow; i < rows.length; i++) {
                for (int k = 0; k < near.indices()[i - startRow].length; k++) {
                    if (near.similarities()[i - startRow][k] >= settings.embeddingCosine()) {
                        int other = rows[near.indices()[i - startRow][k]];
                        int first = Math.min(rows[i], other);
                        int second = Math.max(rows[i], other);
                        candidates.add(new Candidate(first, second, Orientation.UPRIGHT));
                        candidates.add(new Candidate(first, second, byHash.likeliest(first, second)));
                    }
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::first)
                        .thenComparingInt(Candidate::second)
                        .thenComparing(Candidate::orientation))
                .toList();
    }

    private static float[][] centered(float[][] rows) {
        float[] mean = Rows.mean(rows);
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> {
                    float[] row = rows[i].clone();
                    Rows.add(row, -1, mean);
                    return row;
                })
                .toArray(float[][]::new);
    }

    private static List<CopyPair> bestOfEach(List<CopyPair> found) {
        Map<List<Integer>, CopyPair> best = new LinkedHashMap<>();
        for (CopyPair pair : found) {
            best.merge(
                    List.of(pair.first(), pair.second()),
                    pair,
                    (a, b) -> b.match().detail() > a.match().detail() ? b : a);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(CopyPair::similarity)
                        .reversed()
                        .thenComparingInt(CopyPair::first)
                        .thenComparingInt(CopyPair::second))
                .toList();
    }
}
