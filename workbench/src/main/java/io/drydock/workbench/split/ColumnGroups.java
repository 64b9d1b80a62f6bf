package io.drydock.workbench.split;

import io.drydock.core.csv.CsvBytes;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.source.SourceFile;
import io.drydock.workspace.source.SourceRole;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Images that a column of the labels CSV joins: those of one patient, ship or scene.
 *
 * @param groupOfImage value of the column for each image that has one
 * @param without labeled images without a value, each of which is a group of its own
 */
public record ColumnGroups(Map<String, String> groupOfImage, int without) {
    public ColumnGroups {
        groupOfImage = Map.copyOf(groupOfImage);
    }

    /**
     * Reads the column of the CSV as it was imported.
     *
     * @throws ConfigException if the labels came without a CSV, or it has no such column, or the column holds the labels
     */
    public static ColumnGroups of(Workspace workspace, Dataset data, String column) {
        SourceFile source = workspace
                .sources()
                .find(SourceRole.LABELS)
                .orElseThrow(
                        () -> new ConfigException(
                                "--group column:" + column + " needs a labels CSV, and the labels of"
                                        + " this workspace came from folders. Run drydock init with --labels, or use --group near."));
        String name = String.valueOf(source.path().getFileName());
        CsvTable table = CsvTable.parse(
                name,
                CsvBytes.decode(name, source.content().bytes(), source.csv()).text(),
                source.csv());
        int index = index(table, column);
        if (column.equals(source.labelColumn())) {
            throw new ConfigException(
                    "--group column:" + column + " would keep every class in one part, because column \""
                            + column + "\" of " + name + " holds the labels. Name another column: "
                            + String.join(", ", table.header()) + ".");
        }
        NameMatcher names = NameMatcher.of(
                data.images().stream().map(LabeledImage::image).toList(),
                workspace.imageRoots().prefixes());
        int imageColumn = table.column(source.imageColumn());
        Map<String, String> groups = new HashMap<>();
        for (CsvRow row : table.rows()) {
            String value = row.field(index);
            Optional<String> image = names.match(row.field(imageColumn)).image();
            if (!value.isEmpty() && image.isPresent()) {
                groups.putIfAbsent(image.get(), value);
            }
        }
        return new ColumnGroups(groups, data.size() - groups.size());
    }

    private static int index(CsvTable table, String column) {
        int index = table.header().indexOf(column);
        if (index < 0) {
            throw new ConfigException("--group column:" + column + ": " + table.source() + " has no column \"" + column
                    + "\". Its columns are " + String.join(", ", table.header()) + "."
                    + Suggestion.didYouMean(column, table.header()));
        }
        return index;
    }
}
