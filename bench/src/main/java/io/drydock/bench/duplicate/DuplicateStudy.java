package io.drydock.bench.duplicate;

import io.drydock.core.data.ImageSize;
import io.drydock.core.random.RandomStream;
import io.drydock.explore.duplicate.CopyPair;
import io.drydock.explore.duplicate.DuplicateSettings;
import io.drydock.explore.duplicate.Match;
import io.drydock.explore.duplicate.NearDuplicates;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.ImageEncoder;
import io.drydock.image.hash.Orientation;
import io.drydock.image.montage.Montage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Experiment. */
public final class DuplicateStudy {
    private DuplicateStudy() {}

    public static void main(String[] a) throws IOException {
        Path ships = Path.of(a[0]);
        Path cache = Path.of(a[1]);
        boolean report = a[2].equals("report");
        Files.createDirectories(cache);
        long t0 = System.nanoTime();
        Gallery all = Gallery.of(ships, cache);
        System.out.printf("gallery %d %.1f s%n", all.size(), (System.nanoTime() - t0) / 1e9);
        DuplicateSettings d = DuplicateSettings.DEFAULT;
        NearDuplicates loose = new NearDuplicates(new DuplicateSettings(
                d.hashNeighbors(), d.hashCorrelation(), d.embeddingNeighbors(), d.embeddingCosine(), 0.85, 0.3, 0.5));
        int[] order = RandomStream.of(7, "duplicate-study").permutation(all.size());
        List<String> chosen = new ArrayList<>();
        int from = report ? 250 : 0;
        for (int i = from; i < from + 250; i++) chosen.add(all.names().get(order[i]));
        NearDuplicates def = new NearDuplicates();
        for (Distortion x : Distortion.values()) {
            if (a.length > 3 && !a[3].equals("all") && !Arrays.asList(a[3].split(",")).contains(x.name())) continue;
            Gallery copies = Gallery.copies(x, ships, chosen, report ? 2 : 1, cache);
            Gallery both = all.with(copies);
            t0 = System.nanoTime();
            List<CopyPair> found = loose.pairsFrom(all.size(), both.tiles(), both.features(), p -> {});
            double s = (System.nanoTime() - t0) / 1e9;
            Match[] got = new Match[250];
            for (CopyPair p : found) {
                if (p.second() >= all.size() && p.first() < all.size()) {
                    if (all.names().get(p.first()).equals(copies.names().get(p.second() - all.size()))) {
                        got[p.second() - all.size()] = p.match();
                    } else {
                        System.out.println("  other " + all.names().get(p.first()) + " " + copies.names().get(p.second() - all.size()) + " " + fmt(p.match()));
                    }
                }
            }
            int ok = 0;
            List<Double> sims = new ArrayList<>(), dets = new ArrayList<>(), conts = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                if (got[i] != null) { sims.add(got[i].similarity()); dets.add(got[i].detail()); conts.add(got[i].contained()); }
                if (got[i] != null && def.isCopy(got[i])) { ok++; continue; }
                int src = all.names().indexOf(chosen.get(i));
                Orientation o = Orientation.UPRIGHT;
                try { o = Orientation.valueOf(x.name()); } catch (IllegalArgumentException e) { }
                Optional<Match> m = NearDuplicates.compare(all.tiles().get(src), copies.tiles().get(i), o);
                System.out.printf(Locale.ROOT, "  miss %s %s cand=%s direct=%s%n", x, chosen.get(i), got[i] == null ? "no" : fmt(got[i]), m.map(DuplicateStudy::fmt).orElse("none"));
            }
            System.out.printf(Locale.ROOT, "%-22s recall %.1f %%  (%.1f s) sim %s det %s cont %s%n", x, ok / 2.5, s, q(sims), q(dets), q(conts));
        }
        t0 = System.nanoTime();
        List<CopyPair> base = loose.pairs(all.tiles(), all.features(), p -> { if (p % 10 == 0) System.err.println(p); });
        System.out.printf("pairs %d in %.1f s%n", base.size(), (System.nanoTime() - t0) / 1e9);
        base.stream().sorted((x, y) -> Double.compare(y.match().detail(), x.match().detail())).limit(400).forEach(p -> print("base", p, all));
    }

    static String q(List<Double> v) {
        List<Double> s = v.stream().sorted().toList();
        if (s.isEmpty()) return "-";
        return String.format(Locale.ROOT, "[%.3f %.3f %.3f]", s.get((int) (0.02 * (s.size() - 1))), s.get((int) (0.1 * (s.size() - 1))), s.get((int) (0.5 * (s.size() - 1))));
    }

    static String fmt(Match m) {
        return String.format(Locale.ROOT, "%s sim %.3f det %.3f cont %.2f agr %.2f sc %.2f deg %.1f g %.2f", m.orientation(), m.similarity(), m.detail(), m.contained(), m.agreeing(), m.scale(), m.degrees(), m.gain());
    }

    static void print(String w, CopyPair p, Gallery all) {
        System.out.println(w + " " + all.names().get(p.first()) + " " + all.names().get(p.second()) + " " + fmt(p.match()));
    }
}
