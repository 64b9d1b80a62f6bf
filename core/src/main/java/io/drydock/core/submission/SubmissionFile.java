package io.drydock.core.submission;

import io.drydock.core.csv.CsvBytes;
import io.drydock.core.csv.CsvEdit;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.csv.CsvText;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.NameMatch;
import io.drydock.core.data.NameMatcher;
import io.drydock.core.error.DataException;
import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import io.drydock.core.predict.Probabilities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer: a value for each id, in order, written as the sample is.
 *
 * @param answerColumn name of the column of answers; several with commas, where each class has one
 * @param answers value by id, in the order of the file; the most probable class where the file has probabilities
 * @param written the file, with its text
 */
public record SubmissionFile(String idColumn, String answerColumn, Map<String, String> answers, CsvBytes written) {
    public SubmissionFile {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** An answer of two columns, written as this program writes CSVs. */
    public SubmissionFile(String idColumn, String answerColumn, Map<String, String> answers) {
        this(idColumn, answerColumn, answers, plain(idColumn, answerColumn, answers));
    }

    private static CsvBytes plain(String idColumn, String answerColumn, Map<String, String> answers) {
        CsvText csv = new CsvText().row(idColumn, answerColumn);
        answers.forEach((id, code) -> csv.row(id, code));
        return new CsvBytes(StandardCharsets.UTF_8, false, csv.toString());
    }

    /**
     * The answer to each image, in the form of the sample: what it asks for is changed, all else stays as it is.
     *
     * @throws DataException if an id of the sample was not predicted, or classes do not fit, with the whole difference
     */
    public static SubmissionFile of(SampleSubmission sample, Probabilities probabilities, ClassList classes) {
        AnswerForm form = sample.form(classes);
        NameMatcher matcher = NameMatcher.of(probabilities.images());
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < probabilities.size(); i++) {
            rows.put(probabilities.images().get(i), i);
        }
        CsvEdit edit = new CsvEdit(sample.written().text(), sample.table());
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        for (CsvRow row : sample.table().rows()) {
            String id = row.field(sample.idPosition());
            NameMatch match = matcher.match(id);
            Integer index = match.image().map(rows::get).orElse(null);
            if (index != null) {
                form.write(edit, row, probabilities, index);
                answers.put(id, form.cell(probabilities.predictedCode(index)));
            } else if (match.ambiguous() && differences.isEmpty()) {
                differences.add("id " + id + " fits several test images: " + String.join(", ", match.images())
                        + ". Write ids with their folders in the sample");
            }
        }
        SubmissionFile file = new SubmissionFile(
                sample.idColumn(),
                String.join(",", sample.answerColumns()),
                answers,
                new CsvBytes(sample.written().charset(), sample.written().mark(), edit.toString()));
        differences.addAll(file.check(sample, classes).differences());
        if (!differences.isEmpty()) {
            throw new DataException("The submission does not fit " + sample.source() + " and is not written:\n  "
                    + String.join("\n  ", differences));
        }
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
                throw new DataException(table.at(row, "id \"" + row.field(0) + "\" is there twice."));
            }
        }
        return new SubmissionFile(table.header().get(0), table.header().get(1), answers);
    }

    /** What differs from the sample and the classes; nothing when it fits. */
    public SubmissionCheck check(SampleSubmission sample, ClassList classes) {
        return SubmissionCheck.of(this, sample, classes);
    }

    /** The text of the file. */
    public String text() {
        return written.text();
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return written.encode(written.text());
    }

    /**
     * Writes the file; it appears complete or not at all.
     *
     * @param replace whether an existing file may be replaced
     * @throws io.drydock.core.error.WorkspaceException if it stands already and may not be replaced, or the disk refuses
     */
    public void write(Path file, boolean replace) {
        AtomicFile.write(file, bytes(), replace ? Existing.REPLACE : Existing.REFUSE);
    }
}
