package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelCellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "NA", "N/A", "null", "NULL", "None", "<NA>", "#N/A", "?", "-"})
    void wordsForAMissingValueAreNoClassUnlessTheyAreNamed(String word) {
        String text = "image,label\na.jpg,cat\nb.jpg," + word + "\nc.jpg,dog\n";

        ImportedLabels labels = read(text);

        assertThat(labels.classes().codes()).containsExactly("cat", "dog");
        assertThat(labels.unusable()).extracting(UnusableRow::reason).containsExactly(Reason.MISSING_LABEL);
        ImportNote note = note(labels, "missing_label");
        assertThat(note.count()).isEqualTo(1);
        assertThat(note.message()).contains("--classes \"cat,dog," + word + "\"");
        ImportedLabels named = read(text, ClassList.parse("cat,dog," + word));
        assertThat(named.images()).hasSize(3);
        assertThat(named.notes()).isEmpty();
    }

    @Test
    void minusBesidePlusIsAClass() {
        assertThat(read("image,label\na.jpg,+\nb.jpg,-\n").classes().codes()).containsExactly("+", "-");
    }

    @Test
    void aMissingLabelDoesNotContradictAnother() {
        ImportedLabels labels = read("image,label\na.jpg,NaN\na.jpg,cat\n");

        assertThat(labels.images()).hasSize(1);
    }

    @Test
    void wholeNumbersWithZerosAreTheSameClass() {
        ImportedLabels derived = read("image,label\na.jpg,1.0\nb.jpg,2.0\nc.jpg,2\nd.jpg,NaN\n");
        assertThat(derived.classes().codes()).containsExactly("1", "2");
        assertThat(note(derived, "number_form").count()).isEqualTo(2);

        ImportedLabels named =
                read("image,label\na.jpg,1.0\nb.jpg,02\nc.jpg,3.0\n", ClassList.parse("1=Cargo,2=Tanker"));
        assertThat(named.images()).extracting(ImportedImage::label).containsExactly(0, 1);
        assertThat(named.unusable()).extracting(UnusableRow::reason).containsExactly(Reason.UNKNOWN_CLASS);
    }

    @Test
    void otherDecimalsStayAsTheyAre() {
        assertThat(read("image,label\na.jpg,1.0\nb.jpg,1.5\n").classes().codes())
                .containsExactly("1.0", "1.5");
        assertThat(read("image,label\na.jpg,1.0\nb.jpg,x\n").classes().codes()).containsExactly("1.0", "x");
        assertThat(read("image,label\na.jpg,01\nb.jpg,02\n").classes().codes()).containsExactly("01", "02");
    }

    @Test
    void classesThatDifferInCaseOrSpacesAreNotedAndStay() {
        ImportedLabels labels =
                read("image,label\na.jpg,Cargo\nb.jpg,Cargo\nc.jpg,cargo\nd.jpg,bulk  ship\ne.jpg,bulk ship\n");

        assertThat(labels.classes().size()).isEqualTo(4);
        ImportNote note = note(labels, "similar_classes");
        assertThat(note.count()).isEqualTo(2);
        assertThat(note.message()).contains("\"Cargo\" (2) and \"cargo\" (1)");
        assertThat(read("image,label\na.jpg,cargo\nb.jpg,tanker\n").notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg,\"cat,dog\"\nb.jpg,cat\nc.jpg,dog\n",
                "a.jpg,cat|dog\nb.jpg,cat|bird\nc.jpg,dog\n",
                "a.jpg,haze primary\nb.jpg,haze water\nc.jpg,water primary\n",
                "a.jpg,cat; dog\nb.jpg,dog; bird\nc.jpg,bird; cat\n"
            })
    void cellsThatLookLikeSeveralLabelsAreNotedAndStayOneClass(String rows) {
        ImportedLabels labels = read("image,label\n" + rows);

        assertThat(labels.images()).hasSize(3);
        assertThat(labels.classes().size()).isEqualTo(3);
        assertThat(note(labels, "several_labels").message()).contains("multi-label");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg,container ship\nb.jpg,ferry\nc.jpg,tug boat\n",
                "a.jpg,container ship\nb.jpg,cargo ship\nc.jpg,fishing boat\n",
                "a.jpg,T/S\nb.jpg,ferry\n"
            })
    void classesOfSeveralWordsAreNotNoted(String rows) {
        assertThat(read("image,label\n" + rows).notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image,cat,dog,bird\na.jpg,1,0,0\nb.jpg,0,0,1\n",
                "id,width,cat,dog,bird\na.jpg,640,1.0,0.0,0.0\nb.jpg,480,0.0,0.0,1.0\n",
                ",image,cat,dog,bird,is_valid\n0,a.jpg,True,False,False,0\n1,b.jpg,False,False,True,1\n"
            })
    void columnsWithOneOneInEachRowAreClasses(String text) {
        ImportedLabels labels = read(text);

        assertThat(labels.images()).extracting(labels::code).containsExactly("cat", "bird");
        assertThat(note(labels, "one_hot").examples()).contains("cat", "dog", "bird");
        assertThat(read(text, ClassList.parse("1=cat,2=dog,3=bird")).images())
                .extracting(ImportedImage::label)
                .containsExactly(0, 2);
    }

    @Test
    void severalOnesOrNoneAreRefusedWithAWordOnMultiLabel() {
        assertThatThrownBy(() -> read("image,cat,dog\na.jpg,1,1\nb.jpg,0,1\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 of 2 rows have several (first: line 2)")
                .hasMessageContaining("multi-label");
        assertThatThrownBy(() -> read("image,cat,dog\na.jpg,1,0\nb.jpg,0,0\n"))
                .hasMessageContaining("1 of 2 rows have none (first: line 3)");
        assertThatThrownBy(() -> read("image,kind,is_dark,is_gray\na.jpg,x,1,1\nb.jpg,y,0,1\nc.jpg,x,0,0\n"))
                .hasMessageContaining("--label-column");
    }

    @Test
    void hiddenCharactersAreNoted() {
        assertThat(note(read("image,label\n\u00A0a.jpg,x\nb.jpg,y\0\n"), "cleaned_values")
                        .count())
                .isEqualTo(2);
    }

    private static ImportNote note(ImportedLabels labels, String code) {
        return labels.notes().stream()
                .filter(note -> note.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ImportedLabels read(String text) {
        return new CsvImport(ImportOptions.automatic(), FileCheck.none()).labels(CsvTable.parse("train.csv", text));
    }

    private static ImportedLabels read(String text, ClassList classes) {
        return new CsvImport(ImportOptions.automatic().withClasses(classes), FileCheck.none())
                .labels(CsvTable.parse("train.csv", text));
    }
}
