package io.drydock.bench.duplicate;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.explore.duplicate.CopyPair;
import io.drydock.explore.duplicate.Match;
import io.drydock.explore.duplicate.NearDuplicates;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.montage.Montage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code make study-duplicates}: copies of 500 pictures, made in fourteen ways with strengths drawn at random, are looked
 * for among all pictures. Thresholds were chosen on the first half ({@code choose}); {@code report} prints the recall on
 * the other as a table, then lists every pair found on the untouched pictures and draws them side by side.
 * Arguments: folder of pictures, folder for features and sheets, {@code choose} or {@code report}.
 */
public final class DuplicateStudy {
    private static final int HALF = 250;
    private static final int PAIRS_A_SHEET = 12;

    private final Path ships;
    private final Path work;
    private final boolean report;
    private final NearDuplicates search = new NearDuplicates();

    private DuplicateStudy(Path ships, Path work, boolean report) {
        this.ships = ships;
        this.work = work;
        this.report = report;
    }

    /** Runs the study and prints it as Markdown. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Give the folder of pictures, a folder to work in, and choose or report.");
            System.exit(2);
        }
        Path work = Files.createDirectories(Path.of(arguments[1]));
        new DuplicateStudy(Path.of(arguments[0]), work, arguments[2].equals("report")).run();
    }

    private void run() throws IOException {
        Gallery all = Gallery.of(ships, work);
        List<String> sources = sources(all);
        System.out.println("| " + sources.size() + " copies | found, % | 64-bit hash at 0 / 4 / 10 | cleanvision |");
        System.out.println("|---|---|---|---|");
        for (Distortion distortion : Distortion.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %s |%n",
                    distortion.words(),
                    100 * recall(distortion, all, sources),
                    distortion.hashRecall(),
                    distortion.peerRecall());
        }
        long began = System.nanoTime();
        List<CopyPair> found = search.pairs(all.tiles(), all.features());
        System.out.printf(
                Locale.ROOT,
                "%n%d pairs among %d untouched pictures, in %.1f s%n%n",
                found.size(),
                all.size(),
                (System.nanoTime() - began) / 1e9);
        for (CopyPair pair : found) {
            System.out.println(
                    all.names().get(pair.first()) + " " + all.names().get(pair.second()) + " " + words(pair));
        }
        draw(found, all);
    }

    private List<String> sources(Gallery all) {
        int[] order = RandomStream.of(7, "duplicate-study").permutation(all.size());
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < HALF; i++) {
            sources.add(all.names().get(order[report ? HALF + i : i]));
        }
        return sources;
    }

    /** Share of copies that are paired with their source; only the copies ask, which is the harder way. */
    private double recall(Distortion distortion, Gallery all, List<String> sources) {
        Gallery copies = Gallery.copies(distortion, ships, sources, report ? 2 : 1, work);
        Gallery both = all.with(copies);
        Set<Integer> found = new HashSet<>();
        for (CopyPair pair : search.pairsFrom(all.size(), both.tiles(), both.features(), percent -> {})) {
            int copy = pair.second() - all.size();
            if (pair.first() < all.size() && all.names().get(pair.first()).equals(sources.get(copy))) {
                found.add(copy);
            }
        }
        return (double) found.size() / sources.size();
    }

    private static String words(CopyPair pair) {
        Match match = pair.match();
        return String.format(
                Locale.ROOT,
                "%s similarity %.4f detail %.3f contained %.2f scale %.2f degrees %.1f gain %.2f",
                match.orientation().key(),
                match.similarity(),
                match.detail(),
                match.contained(),
                match.scale(),
                match.degrees(),
                match.gain());
    }

    private void draw(List<CopyPair> found, Gallery all) throws IOException {
        ImageDecoder decoder = new ImageDecoder();
        Montage montage = Montage.of(6, new ImageSize(140, 210));
        for (int from = 0; from < found.size(); from += PAIRS_A_SHEET) {
            List<Pixels> tiles = new ArrayList<>();
            for (CopyPair pair : found.subList(from, Math.min(found.size(), from + PAIRS_A_SHEET))) {
                for (int row : List.of(pair.first(), pair.second())) {
                    tiles.add(
                            decoder.decode(ships.resolve(all.names().get(row))).pixels());
                }
            }
            Path sheet = work.resolve(String.format(Locale.ROOT, "pairs-%02d.png", from / PAIRS_A_SHEET + 1));
            Files.write(sheet, ImageEncoder.png(montage.sheet(tiles)));
        }
    }
}
