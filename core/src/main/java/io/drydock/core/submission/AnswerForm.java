package io.drydock.core.submission;

import io.drydock.core.csv.CsvEdit;
import io.drydock.core.csv.CsvRow;
import io.drydock.core.data.ClassList;
import io.drydock.core.predict.Probabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer writes into a row of the sample. */
public sealed interface AnswerForm {
    /** Writes the answer for one image. */
    void write(CsvEdit edit, CsvRow row, Probabilities probabilities, int index);

    /** How this form writes a class; its code where the form has probabilities. */
    default String cell(String code) {
        return code;
    }

    /** What the user should know of the form; empty when the sample leaves no doubt. */
    Optional<String> note();

    /** The cells that are answers of this form; empty where they are probabilities. */
    List<String> cells();

    /**
     * The most probable class, as one value.
     *
     * @param column of the answer
     * @param cellByCode what is written for each class code
     * @param note says that the sample's own answers are no classes, where that is so
     */
    record Label(int column, Map<String, String> cellByCode, Optional<String> note) implements AnswerForm {
        public Label {
            cellByCode = Map.copyOf(cellByCode);
        }

        @Override
        public void write(CsvEdit edit, CsvRow row, Probabilities probabilities, int index) {
            String cell = cell(probabilities.predictedCode(index));
            if (!cell.equals(row.field(column))) {
                edit.replace(row, column, cell);
            }
        }

        @Override
        public String cell(String code) {
            return cellByCode.getOrDefault(code, code);
        }

        @Override
        public List<String> cells() {
            return List.copyOf(cellByCode.values());
        }
    }

    /**
     * A probability for each class, or for one of two.
     *
     * @param columns position by class index, -1 where the sample has no column for the class
     */
    record ClassColumns(ClassList classes, List<Integer> columns) implements AnswerForm {
        public ClassColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public void write(CsvEdit edit, CsvRow row, Probabilities probabilities, int index) {
            for (int c = 0; c < columns.size(); c++) {
                if (columns.get(c) >= 0) {
                    edit.replace(row, columns.get(c), Double.toString(probabilities.at(index, c)));
                }
            }
        }

        @Override
        public Optional<String> note() {
            return Optional.empty();
        }

        @Override
        public List<String> cells() {
            return List.of();
        }
    }
}
