package io.drydock.core.submission;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImagePath;
import io.drydock.core.error.DataException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.predict.Probabilities;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer: a class code for each id, under two column names, in order.
 *
 * @param answers code by id, in the order of the file
 */
public record SubmissionFile(String idColumn, String answerColumn, Map<String, String> answers) {
    public SubmissionFile {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * The most probable class of each image, under the ids and in the order of the sample.
     *
     * @throws DataException if an id of the sample was not predicted, or classes do not fit, with the whole difference
     */
    public static SubmissionFile of(SampleSubmission sample, Probabilities probabilities, ClassList classes) {
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < probabilities.size(); i++) {
            codes.put(probabilities.images().get(i), probabilities.predictedCode(i));
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : sample.ids()) {
            String code = codes.get(ImagePath.relative(id).orElse(id));
            if (code != null) {
                answers.put(id, code);
            }
        }
        SubmissionFile file = new SubmissionFile(sample.idColumn(), sample.answerColumn(), answers);
        file.requireFits(sample, classes);
        return file;
    }

    /**
     * Reads an answer written before.
     *
     * @throws DataException if it is not two columns with distinct ids
     */
    public static SubmissionFile read(Path file) {
        CsvTable table = CsvTable.read(file);
        if (table.header().size() != 2) {
            throw new DataException(table.source() + " has " + table.header().size() + " columns ("
                    + String.join(", ", table.header()) + "). A submission has two: id and answer.");
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            if (answers.put(row.field(0), row.field(1)) != null) {
                throw new DataException(table.at(row, "id \"" + row.field(0) + "\" stands twice."));
            }
        }
        return new SubmissionFile(table.header().get(0), table.header().get(1), answers);
    }

    /** What differs from the sample and the classes; nothing when it fits. */
    public SubmissionCheck check(SampleSubmission sample, ClassList classes) {
        return SubmissionCheck.of(this, sample, classes);
    }

    private void requireFits(SampleSubmission sample, ClassList classes) {
        SubmissionCheck check = check(sample, classes);
        if (!check.fits()) {
            throw new DataException("The submission does not fit " + sample.source() + " and is not written:\n  "
                    + String.join("\n  ", check.differences()));
        }
    }

    /** The text of the file. */
    public String text() {
        CsvText csv = new CsvText().row(idColumn, answerColumn);
        answers.forEach((id, code) -> csv.row(id, code));
        return csv.toString();
    }

    /**
     * Writes the file; it appears complete or not at all.
     *
     * @param replace whether an existing file may be replaced
     * @throws io.drydock.core.error.WorkspaceException if it stands already and may not be replaced, or the disk refuses
     */
    public void write(Path file, boolean replace) {
        AtomicFile.write(file, text(), replace ? Existing.REPLACE : Existing.REFUSE);
    }
}
