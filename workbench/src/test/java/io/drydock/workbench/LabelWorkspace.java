package io.drydock.workbench;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.finding.Ranking;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.split.Split;
import io.drydock.core.split.Splitter;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.finding.FindingCheck;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.setting.ImageRoots;
import io.drydock.workspace.source.ImportOutcome;
import io.drydock.workspace.source.ImportRequest;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A workspace over a CSV {@code image,label} whose images are known by what is stored of them, with files that nobody decodes. The
 * content of {@code NAME.jpg} is {@code sha-NAME}, cut at a tilde: {@code a~2.jpg} is a copy of {@code a.jpg}.
 */
record LabelWorkspace(Path root, Path folder) {
    private static final String CLASSES = "1=Cargo,2=Military,3=Carrier";

    static LabelWorkspace in(Path folder, String csv) {
        LabelWorkspace made = new LabelWorkspace(folder.resolve("ws"), folder);
        Workspace.create(made.root, Clock.systemUTC());
        made.imports(csv);
        return made;
    }

    /** Images 0.jpg, 1.jpg, ... whose labels go round the three classes; the gray ones are those of class 2. */
    static LabelWorkspace of(Path folder, int images) {
        StringBuilder csv = new StringBuilder("image,label\n");
        for (int i = 0; i < images; i++) {
            csv.append(i).append(".jpg,").append(1 + i % 3).append('\n');
        }
        return in(folder, csv.toString());
    }

    /** Imports a CSV, the first time or again, with images to be predicted. */
    ImportOutcome imports(String csv, String... test) {
        try {
            Path file = Files.writeString(folder.resolve("train.csv"), csv);
            Files.createDirectories(folder.resolve("images"));
            CsvTable table = CsvTable.read(file);
            List<StoredImage> images = new ArrayList<>();
            List<ImportedLabel> labels = new ArrayList<>();
            for (CsvRow row : table.rows()) {
                String image = row.field(table.column("image"));
                String label = row.field(table.column("label"));
                images.add(stored(image, label));
                writeFile(folder.resolve("images").resolve(image));
                labels.add(ImportedLabel.of(image, content(image), label));
            }
            for (String image : test) {
                images.add(stored(image, ""));
                writeFile(folder.resolve("images").resolve(image));
            }
            Workspace workspace = Workspace.create(root, Clock.systemUTC());
            workspace.images().put(images);
            return workspace
                    .importer()
                    .run(new ImportRequest(
                            ImageRoots.of(folder.resolve("images")),
                            ClassList.parse(CLASSES),
                            labels,
                            List.of(test),
                            List.of(SourceFile.read(SourceRole.LABELS, file, "image", "label")),
                            List.of(),
                            "ann"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the size and time that are stored, so that its image counts as unchanged. */
    private static void writeFile(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    }

    private static StoredImage stored(String image, String label) {
        double spread = label.equals("2") ? 0 : 120;
        Picture picture = new Picture(
                140, 210, "jpeg", "rgb", 1, content(image), Map.of("channel_spread", spread, "brightness", 0.5));
        return new StoredImage(image, content(image), 1, 1, Optional.of(picture), Optional.empty());
    }

    static String content(String image) {
        String name = image.substring(0, image.indexOf('.'));
        return "sha-" + (name.contains("~") ? name.substring(0, name.indexOf('~')) : name);
    }

    Workspace open() {
        return Workspace.open(root);
    }

    Split split(long seed) {
        Workspace workspace = open();
        return workspace
                .splits()
                .add(
                        Splitter.stratified(0.3)
                                .split(
                                        workspace.dataset(),
                                        seed,
                                        workspace.journal().position()),
                        workspace.journal().state().labels());
    }

    /** Findings as a check left them; each {@code KIND IMAGE [SUGGESTED CODE]}, the most suspect first. */
    void found(String check, String... findings) {
        Workspace workspace = open();
        Map<String, String> contents = new HashMap<>();
        List<Finding> all = new ArrayList<>();
        for (String text : findings) {
            String[] words = text.split(" ", -1);
            FindingKind kind = FindingKind.valueOf(words[0].toUpperCase(Locale.ROOT));
            contents.put(words[1], content(words[1]));
            all.add(new Finding(
                    Finding.idOf(kind, 1, content(words[1])),
                    kind,
                    1,
                    all.size() / 1000.0,
                    words[1],
                    Optional.empty(),
                    OptionalInt.empty(),
                    words.length > 2 ? OptionalInt.of(Integer.parseInt(words[2]) - 1) : OptionalInt.empty(),
                    Map.of("p_label", 0.1)));
        }
        workspace
                .findings()
                .replace(new FindingCheck(check, 1, String.join("\n", findings)), Ranking.of(all), contents);
    }
}
