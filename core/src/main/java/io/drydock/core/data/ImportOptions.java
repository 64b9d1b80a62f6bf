package io.drydock.core.data;

import java.util.Optional;

/**
 * What the user says about a CSV.
 *
 * @param imageColumn column that names the images, when it is not to be recognized
 * @param labelColumn column that holds the class codes, when it is not to be recognized
 * @param classes the classes in order, when they are not to be derived from the labels
 * @param strict whether a row that cannot be used is an error rather than left out
 */
public record ImportOptions(
        Optional<String> imageColumn, Optional<String> labelColumn, Optional<ClassList> classes, boolean strict) {
    /** Everything recognized, unusable rows left out. */
    public static ImportOptions automatic() {
        return new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public ImportOptions withImageColumn(String column) {
        return new ImportOptions(Optional.of(column), labelColumn, classes, strict);
    }

    public ImportOptions withLabelColumn(String column) {
        return new ImportOptions(imageColumn, Optional.of(column), classes, strict);
    }

    public ImportOptions withClasses(ClassList known) {
        return new ImportOptions(imageColumn, labelColumn, Optional.of(known), strict);
    }

    /** With classes derived from the labels. */
    public ImportOptions withoutClasses() {
        return new ImportOptions(imageColumn, labelColumn, Optional.empty(), strict);
    }

    public ImportOptions withStrict(boolean refuse) {
        return new ImportOptions(imageColumn, labelColumn, classes, refuse);
    }
}
