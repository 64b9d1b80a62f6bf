package io.drydock.bench.review;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.split.Splitter;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingCheck;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.setting.ImageRoots;
import io.drydock.workspace.source.ImportRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A workspace with made-up images, labels, a split and findings: no picture files, only what is known of them. */
final class MadeSet {
    private static final int CLASSES = 5;
    private static final long SEED = 7;

    private MadeSet() {}

    /** Makes a workspace whose findings are a label issue for every image and three other kinds for a tenth each. */
    static Workspace of(Path folder, Path images, int rows) {
        Random random = new Random(SEED);
        Workspace workspace = Workspace.create(folder, Clock.systemUTC());
        List<StoredImage> stored = new ArrayList<>();
        List<ImportedLabel> labels = new ArrayList<>();
        Map<String, String> contents = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String path = String.format(Locale.ROOT, "ships/%07d.jpg", i);
            String sha256 = String.format(Locale.ROOT, "%064x", i * 2_654_435_761L);
            int label = random.nextInt(CLASSES);
            stored.add(
                    new StoredImage(path, sha256, 20_000, 0, Optional.of(picture(random, sha256)), Optional.empty()));
            labels.add(ImportedLabel.of(path, sha256, String.valueOf(label + 1)));
            contents.put(path, sha256);
            findings.add(finding(FindingKind.LABEL_ISSUE, path, sha256, label, random, true));
            for (FindingKind kind : List.of(FindingKind.GRAY, FindingKind.OUTLIER, FindingKind.NEAR_DUPLICATE)) {
                if (random.nextInt(10) == 0) {
                    findings.add(finding(kind, path, sha256, label, random, false));
                }
            }
        }
        workspace.images().put(stored);
        ClassList classes = ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers");
        workspace
                .importer()
                .run(new ImportRequest(
                        ImageRoots.of(images), classes, labels, List.of(), List.of(), List.of(), "bench"));
        workspace
                .splits()
                .add(
                        Splitter.stratified(0.15)
                                .split(
                                        workspace.dataset(),
                                        SEED,
                                        workspace.journal().position()),
                        Map.of());
        workspace.findings().replace(new FindingCheck("bench", 1, ""), Ranking.of(findings), contents);
        return workspace;
    }

    private static Picture picture(Random random, String sha256) {
        Map<String, Double> checks = new HashMap<>();
        for (String name :
                List.of("brightness", "contrast", "sharpness", "entropy", "dark", "light", "channel_spread", "tint")) {
            checks.put(name, random.nextDouble());
        }
        return new Picture(140, 210, "jpeg", "rgb", 1, sha256, checks);
    }

    private static Finding finding(
            FindingKind kind, String path, String sha256, int label, Random random, boolean suggests) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("probability_of_label", random.nextDouble());
        evidence.put("neighbors", List.of("ships/0000001.jpg", "ships/0000002.jpg", "ships/0000003.jpg"));
        int suggested = (label + 1 + random.nextInt(CLASSES - 1)) % CLASSES;
        return new Finding(
                Finding.idOf(kind, 1, sha256),
                kind,
                1,
                random.nextDouble(),
                path,
                Optional.empty(),
                OptionalInt.of(label),
                suggests ? OptionalInt.of(suggested) : OptionalInt.empty(),
                evidence);
    }
}
