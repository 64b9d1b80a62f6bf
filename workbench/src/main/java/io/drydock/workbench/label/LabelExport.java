package io.drydock.workbench.label;

import io.drydock.core.csv.CsvBytes;
import io.drydock.core.csv.CsvEdit;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.label.ImportedLabel;
import io.drydock.core.label.LabelState;
import io.drydock.workspace.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of some moment as a CSV.
 *
 * @param format how the bytes of the input were written
 * @param text what the file says, without byte-order mark
 * @param written rows with a label
 * @param relabeled rows whose label is another one than in the input
 * @param added rows of images that came without a label and have one now
 * @param left rows left out because their image was dropped
 * @param unusable rows of the input that name no usable image, passed on as they are or left out
 */
public record LabelExport(CsvBytes format, String text, int written, int relabeled, int added, int left, int unusable) {
    /** In the format of the file they came from: columns, order, quotes and all else as they were. */
    static LabelExport like(SourceFile source, LabelState labels, boolean onlyUsable, NameMatcher names) {
        CsvBytes file = CsvBytes.decode(source.name(), source.content().bytes(), source.csv());
        CsvTable table = CsvTable.parse(source.name(), file.text(), source.csv());
        int imageColumn = table.column(source.imageColumn());
        LabelWriter writer = LabelWriter.of(table, imageColumn, source.labelColumn(), labels, names);
        CsvEdit edit = new CsvEdit(file.text(), table);
        int written = 0;
        int relabeled = 0;
        int added = 0;
        int left = 0;
        int unusable = 0;
        Set<String> listed = new HashSet<>();
        for (CsvRow row : table.rows()) {
            Optional<String> image = names.match(row.field(imageColumn)).image();
            if (image.isEmpty()) {
                unusable++;
                if (onlyUsable) {
                    edit.remove(row);
                }
                continue;
            }
            listed.add(image.get());
            Optional<String> label = labels.label(image.get());
            if (labels.isDropped(image.get())) {
                left++;
                edit.remove(row);
            } else if (label.isEmpty()) {
                unusable++;
                if (onlyUsable) {
                    edit.remove(row);
                }
            } else {
                written++;
                if (writer.write(edit, row, image.get(), label.get())) {
                    boolean first = labels.cameUnlabeled(image.get());
                    added += first ? 1 : 0;
                    relabeled += first ? 0 : 1;
                }
            }
        }
        for (String image : labels.labeledFromPool()) {
            if (listed.add(image)) {
                writer.add(edit, image, labels.label(image).orElse(""));
                written++;
                added++;
            }
        }
        String text = edit.toString();
        return new LabelExport(file, text, written, relabeled, added, left, unusable);
    }

    /** As {@code image,label} in import order. */
    static LabelExport plain(LabelState labels) {
        CsvText csv = new CsvText().row("image", "label");
        labels.labels().forEach((image, code) -> csv.row(image, code));
        int written = labels.labels().size();
        int added = labels.labeledFromPool().size();
        int left = (int) labels.imported().stream()
                .map(ImportedLabel::image)
                .filter(image -> labels.isDropped(image) && labels.label(image).isPresent())
                .count();
        int relabeled = labels.changed().size() - left - added;
        String text = csv.toString();
        return new LabelExport(
                new CsvBytes(StandardCharsets.UTF_8, false, ""), text, written, relabeled, added, left, 0);
    }

    /** The file, written as the input was. */
    public byte[] bytes() {
        return format.encode(text);
    }
}
