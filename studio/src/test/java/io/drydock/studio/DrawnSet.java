package io.drydock.studio;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.core.split.Part;
import io.drydock.sample.Planted;
import io.drydock.sample.Planted.Mislabel;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.Progress;
import io.drydock.workbench.SplitData;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingCheck;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A workspace over drawn ships, some mislabeled, with a finding about each of those as an audit would keep it. */
record DrawnSet(Path root, Path ships, Planted planted) {
    private static final String CLASSES = "1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers";

    /** 60 labelled ships, 12 of them mislabeled and 4 copied, with 12 to predict. */
    static DrawnSet in(Path folder) {
        return in(
                folder,
                ShipSet.of(60, 11)
                        .withTest(12)
                        .withMislabeled(12)
                        .withExactCopies(2)
                        .withResized(2),
                CLASSES);
    }

    /** @param classes as {@code drydock init --classes} takes them */
    static DrawnSet in(Path folder, ShipSet drawn, String classes) {
        Path ships = folder.resolve("ships");
        return imported(folder.resolve("workspace"), ships, drawn.write(ships), classes);
    }

    /** The same pictures imported once more, after somebody changed files and rows. */
    DrawnSet again(Path folder, String classes) {
        return imported(folder.resolve("workspace"), ships, planted, classes);
    }

    private static DrawnSet imported(Path root, Path ships, Planted planted, String classes) {
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(root, ships.resolve("images"))
                                .withLabels(ships.resolve("train.csv"))
                                .withTest(ships.resolve("test.csv"))
                                .withOptions(ImportOptions.automatic().withClasses(ClassList.parse(classes))),
                        Progress.NONE);
        new SplitData().run(SplitData.Request.of(root, 42).withValidShare(0.2));
        DrawnSet set = new DrawnSet(root, ships, planted);
        set.noteMislabels();
        return set;
    }

    private void noteMislabels() {
        Workspace workspace = Workspace.open(root);
        Map<String, StoredImage> images = workspace.images().byPath();
        List<String> codes = workspace.classes().codes();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> contents = new HashMap<>();
        double score = 0.01;
        for (Mislabel wrong : planted.mislabeled()) {
            StoredImage image = images.get(wrong.image());
            if (image == null) {
                continue;
            }
            score += 0.01;
            Map<String, Object> probabilities = new LinkedHashMap<>();
            for (String code : codes) {
                probabilities.put(code, code.equals(wrong.trueCode()) ? 1 - score : score / (codes.size() - 1));
            }
            Map<String, Object> evidence = new LinkedHashMap<>();
            evidence.put("p_label", score / (codes.size() - 1));
            evidence.put("p_suggested", 1 - score);
            evidence.put("probabilities", probabilities);
            findings.add(new Finding(
                    Finding.idOf(FindingKind.LABEL_ISSUE, 1, image.sha256()),
                    FindingKind.LABEL_ISSUE,
                    1,
                    score,
                    wrong.image(),
                    workspace.splits().current().part(wrong.image()).or(() -> Optional.of(Part.TRAIN)),
                    OptionalInt.of(codes.indexOf(wrong.code())),
                    OptionalInt.of(codes.indexOf(wrong.trueCode())),
                    evidence));
            contents.put(wrong.image(), image.sha256());
        }
        workspace.findings().replace(new FindingCheck("label_issues", 1, "drawn"), Ranking.of(findings), contents);
    }

    Workspace open() {
        return Workspace.open(root);
    }
}
