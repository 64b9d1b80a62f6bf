package io.drydock.workbench.run;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.ClassList;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.predict.Probabilities;
import io.drydock.core.predict.ProbabilitiesCsv;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Probabilities in a CSV, and beside it the content hash of each image that they were computed of, so that they are
 * never taken for those of a file that changed. Safe for use by many threads.
 */
public final class StoredProbabilities {
    private static final String HEADER = "image,sha256\n";

    private StoredProbabilities() {}

    /** Writes both files, in place of earlier ones. */
    public static void write(Path csv, Probabilities probabilities, Workspace workspace) {
        Map<String, StoredImage> known = workspace.images().byPath();
        StringBuilder text = new StringBuilder(HEADER);
        for (String image : probabilities.images()) {
            StoredImage stored = known.get(image);
            text.append('"')
                    .append(image.replace("\"", "\"\""))
                    .append("\",")
                    .append(stored == null ? "" : stored.sha256())
                    .append('\n');
        }
        AtomicFile.write(contents(csv), text.toString(), Existing.REPLACE);
        AtomicFile.write(csv, ProbabilitiesCsv.text(probabilities), Existing.REPLACE);
    }

    /**
     * The probabilities of images whose content is still the one that they were computed of. Of a file without hashes,
     * as earlier versions wrote it, those of images that were not changed after it was written.
     */
    public static Optional<Probabilities> read(Path csv, ClassList classes, Workspace workspace) {
        if (!Files.isRegularFile(csv)) {
            return Optional.empty();
        }
        Probabilities all = ProbabilitiesCsv.read(csv, classes);
        Map<String, StoredImage> known = workspace.images().byPath();
        Optional<Map<String, String>> hashes = hashes(csv);
        long writtenMillis = csv.toFile().lastModified();
        List<String> valid = all.images().stream()
                .filter(image -> Optional.ofNullable(known.get(image))
                        .map(stored -> hashes.map(of -> stored.sha256().equals(of.get(image)))
                                .orElse(stored.modifiedMillis() <= writtenMillis))
                        .orElse(false))
                .toList();
        return Optional.of(valid.size() == all.size() ? all : all.select(valid));
    }

    private static Optional<Map<String, String>> hashes(Path csv) {
        Path file = contents(csv);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, String> hashes = new HashMap<>();
        CsvTable.read(file)
                .rows()
                .forEach(row -> hashes.put(row.fields().get(0), row.fields().get(1)));
        return Optional.of(hashes);
    }

    /** {@code probabilities-valid.contents.csv} beside {@code probabilities-valid.csv}. */
    private static Path contents(Path csv) {
        String name = String.valueOf(csv.getFileName());
        return csv.resolveSibling(name.substring(0, name.length() - ".csv".length()) + ".contents.csv");
    }
}
