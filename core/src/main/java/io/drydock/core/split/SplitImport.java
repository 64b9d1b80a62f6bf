package io.drydock.core.split;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.ImagePath;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.Reason;
import io.drydock.core.data.UnusableRow;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A split made elsewhere: {@code image,part[,fold]}, or fast.ai's {@code is_valid} in place of the part.
 *
 * @param split number 0, its parts hold only images of the set
 * @param unusable rows about images that the set does not have
 * @param unassigned images of the set that no row names; they are in no part
 * @param straddling contents that stand in several parts: a leak to report
 */
public record SplitImport(Split split, List<UnusableRow> unusable, List<String> unassigned, Set<String> straddling) {
    public SplitImport {
        unusable = List.copyOf(unusable);
        unassigned = List.copyOf(unassigned);
        straddling = Set.copyOf(straddling);
    }

    /**
     * Reads the file against the labelled images.
     *
     * @throws DataException if columns or values are not a split, an image stands twice, or a part is empty
     */
    public static SplitImport read(Path file, Dataset data, long journalPosition) {
        CsvTable table = CsvTable.read(file);
        int imageColumn = table.column("image");
        Set<String> known = new HashSet<>();
        Map<String, String> contents = new HashMap<>();
        for (LabeledImage image : data.images()) {
            known.add(image.image());
            contents.put(image.image(), image.sha256());
        }
        Map<String, Part> parts = new HashMap<>();
        Map<String, Integer> folds = new HashMap<>();
        List<UnusableRow> unusable = new ArrayList<>();
        int foldColumn = table.header().indexOf("fold");
        for (CsvRow row : table.rows()) {
            String name = ImagePath.relative(row.field(imageColumn)).orElse(row.field(imageColumn));
            Part part = part(table, row);
            if (!known.contains(name)) {
                unusable.add(new UnusableRow(
                        table.source(),
                        row.line(),
                        name,
                        Reason.MISSING_FILE,
                        "\"" + name + "\" is not a labelled image of this set."));
            } else if (parts.put(name, part) != null) {
                throw new DataException(table.at(row, name + " stands twice. Keep one row an image."));
            } else if (foldColumn >= 0) {
                SplitCsv.fold(table, row, row.field(foldColumn)).ifPresent(fold -> folds.put(name, fold));
            }
        }
        requireParts(table, parts, unusable, known);
        if (!folds.isEmpty() && folds.size() < parts.size()) {
            throw new DataException(table.source() + ": only " + folds.size() + " of " + parts.size()
                    + " images have a fold. Give every image one, or leave the column out.");
        }
        return assembled(data, journalPosition, parts, folds, unusable, contents);
    }

    private static SplitImport assembled(
            Dataset data,
            long journalPosition,
            Map<String, Part> parts,
            Map<String, Integer> folds,
            List<UnusableRow> unusable,
            Map<String, String> contents) {
        long valid = parts.values().stream().filter(part -> part == Part.VALID).count();
        Split split =
                new Split(0, 0, (double) valid / parts.size(), "file", journalPosition, data.sha256(), parts, folds);
        List<String> unassigned = data.images().stream()
                .map(LabeledImage::image)
                .filter(image -> !parts.containsKey(image))
                .sorted()
                .toList();
        return new SplitImport(split, unusable, unassigned, split.groupsInSeveralParts(contents));
    }

    private static Part part(CsvTable table, CsvRow row) {
        int partColumn = table.header().indexOf("part");
        int validColumn = table.header().indexOf("is_valid");
        if (partColumn < 0 && validColumn >= 0) {
            return switch (row.field(validColumn).toLowerCase(Locale.ROOT)) {
                case "true", "1", "1.0" -> Part.VALID;
                case "false", "0", "0.0" -> Part.TRAIN;
                default ->
                    throw new DataException(
                            table.at(row, "is_valid is \"" + row.field(validColumn) + "\". Write True or False."));
            };
        }
        return SplitCsv.part(table, row, row.field(table.column("part")));
    }

    private static void requireParts(
            CsvTable table, Map<String, Part> parts, List<UnusableRow> unusable, Set<String> known) {
        for (Part part : List.of(Part.TRAIN, Part.VALID)) {
            if (!parts.containsValue(part)) {
                String example = unusable.isEmpty()
                        ? ""
                        : " " + unusable.size() + " rows name images that the set does not have (first: "
                                + unusable.get(0).image() + ")."
                                + Suggestion.didYouMean(unusable.get(0).image(), known);
                throw new DataException(
                        table.source() + " puts no image of this set into the " + part.key() + " part." + example);
            }
        }
    }
}
