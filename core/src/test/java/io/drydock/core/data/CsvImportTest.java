package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {
    private static final ClassList SHIPS = ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers");

    @Test
    void labelsBecomeClassesInNumericOrder() {
        ImportedLabels labels = read("image,category\na.jpg,10\nb.jpg,2\nc.jpg,2\n");

        assertThat(labels.classes().codes()).containsExactly("2", "10");
        assertThat(labels.images())
                .containsExactly(
                        new ImportedImage("a.jpg", 1, 2),
                        new ImportedImage("b.jpg", 0, 3),
                        new ImportedImage("c.jpg", 0, 4));
        assertThat(labels.unusable()).isEmpty();
    }

    @Test
    void wordsBecomeClassesInOrderOfText() {
        assertThat(read("image,label\na.jpg,tanker\nb.jpg,cargo\nc.jpg,10\n")
                        .classes()
                        .codes())
                .containsExactly("10", "cargo", "tanker");
    }

    @Test
    void quotesMarksLineEndsBlanksAndSpacesDoNotMatter(@TempDir Path folder) throws IOException {
        String text =
                "\uFEFFimage , \"category\"\r\n\r\n \"sub folder/a, b.JPG\" , 1 \r\n\r\nsub\\c.Jpeg,\"2\"\r\n  \r\n,\r\n./d.png,1";
        Path csv = Files.write(folder.resolve("train.csv"), text.getBytes(StandardCharsets.UTF_8));

        ImportedLabels labels = new CsvImport(ImportOptions.automatic(), FileCheck.none()).labels(csv);

        assertThat(labels.images())
                .extracting(ImportedImage::image)
                .containsExactly("sub folder/a, b.JPG", "sub/c.Jpeg", "d.png");
        assertThat(labels.images()).extracting(ImportedImage::line).containsExactly(3L, 5L, 8L);
        assertThat(labels.unusable()).isEmpty();
    }

    @Test
    void semicolonsTabsAndUtf16AreRead(@TempDir Path folder) throws IOException {
        assertThat(read("image;label\na.jpg;x\n").images()).hasSize(1);
        assertThat(read("image\tlabel\na.jpg\tx\n").images()).hasSize(1);
        Path csv = Files.write(
                folder.resolve("utf16.csv"), "\uFEFFimage,label\nä.jpg,x\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(new CsvImport(ImportOptions.automatic(), FileCheck.none())
                        .labels(csv)
                        .images()
                        .get(0)
                        .image())
                .isEqualTo("ä.jpg");
    }

    @Test
    void anImageNamedTwiceCountsOnceAndWithTwoLabelsNotAtAll() {
        ImportedLabels labels = read("image,label\na.jpg,1\nb.jpg,1\na.jpg,1\nc.jpg,1\n./c.jpg,2\n");

        assertThat(labels.images()).extracting(ImportedImage::image).containsExactly("a.jpg", "b.jpg");
        assertThat(labels.unusable())
                .extracting(UnusableRow::line, UnusableRow::reason)
                .containsExactly(
                        tuple(4L, Reason.DUPLICATE_ROW),
                        tuple(5L, Reason.CONFLICTING_LABEL),
                        tuple(6L, Reason.CONFLICTING_LABEL));
        assertThat(labels.unusable().get(1).message()).contains("\"1\" on line 5", "\"2\" on line 6");
    }

    @Test
    void aMistypedClassIsLeftOutWithTheNearestNamed() {
        ImportedLabels labels = read(
                "image,label\na.jpg,Cargo\nb.jpg,Crago\nc.jpg,\n",
                ImportOptions.automatic().withClasses(ClassList.parse("Cargo,Military")));

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.unusable().get(0).described())
                .isEqualTo(
                        "train.csv line 3: label \"Crago\" is not one of the 2 classes (Cargo, Military). Did you mean \"Cargo\"?");
        assertThat(labels.unusable().get(1).reason()).isEqualTo(Reason.NO_LABEL);
    }

    @Test
    void aNameWhereACodeBelongsIsExplained() {
        ImportedLabels labels = read(
                "image,label\na.jpg,1\nb.jpg,Cargo\n", ImportOptions.automatic().withClasses(SHIPS));

        assertThat(labels.unusable().get(0).message()).contains("\"Cargo\" is the name of class 1");
        assertThat(labels.classes().size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.jpg", "/etc/a.jpg", "C:\\ships\\a.jpg", "x/../../a.jpg", "..\\a.jpg", "\\\\host\\a.jpg"})
    void aPathOutsideTheImageFolderIsRefused(String path) {
        ImportedLabels labels = read("image,label\n" + path + ",1\nok.jpg,1\n");

        assertThat(labels.images()).extracting(ImportedImage::image).containsExactly("ok.jpg");
        assertThat(labels.unusable()).extracting(UnusableRow::reason).containsExactly(Reason.OUTSIDE_ROOT);
    }

    @Test
    void missingAndEmptyFilesAreReported(@TempDir Path root) throws IOException {
        Files.write(root.resolve("full.JPG"), new byte[] {1});
        Files.write(root.resolve("empty.jpg"), new byte[0]);

        ImportedLabels labels = new CsvImport(ImportOptions.automatic(), FileCheck.under(root))
                .labels(CsvTable.parse("train.csv", "image,label\nfull.JPG,1\nfull.jpg,1\nempty.jpg,1\nnone.jpg,2\n"));

        assertThat(labels.images()).extracting(ImportedImage::image).containsExactly("full.JPG");
        assertThat(labels.unusable())
                .extracting(UnusableRow::reason)
                .containsExactly(Reason.MISSING_FILE, Reason.EMPTY_FILE, Reason.MISSING_FILE);
        assertThat(labels.unusable().get(0).message()).contains("There is full.JPG");
    }

    @Test
    void strictMakesAnUnusableRowAnError() {
        assertThatThrownBy(() -> read(
                        "image,label\na.jpg,1\na.jpg,1\n",
                        ImportOptions.automatic().withStrict(true)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 of 2 rows")
                .hasMessageContaining("train.csv line 3");
    }

    @Test
    void noUsableRowIsAnErrorThatShowsWhy() {
        assertThatThrownBy(() -> read("image,label\n../a.jpg,1\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no usable row among 1")
                .hasMessageContaining("../a.jpg");
        assertThatThrownBy(() -> read("image,label\n")).hasMessageContaining("no usable row among 0");
        assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("is empty");
    }

    @Test
    void aRowWithTooManyValuesIsLeftOut() {
        ImportedLabels labels = read("image,label\na, b.jpg,1\nc.jpg,1\n");

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.unusable().get(0).message()).contains("3 values for 2 columns");
    }

    @Test
    void columnsAreRecognizedWhenUnambiguous() {
        assertThat(read("id,file,class,width\n7,a.jpg,x,210\n8,b.jpg,y,210\n")
                        .classes()
                        .codes())
                .containsExactly("x", "y");
        assertThat(read("what,where\nx,a.jpg\ny,b.JPG\n").images()).hasSize(2);
        assertThat(read(",image,label\n0,a.jpg,x\n1,b.jpg,y\n").images()).hasSize(2);
    }

    @Test
    void ambiguousColumnsAreAnErrorThatNamesThem() {
        assertThatThrownBy(() -> read("image,kind,color\na.jpg,x,red\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("image, kind, color")
                .hasMessageContaining("--label-column");
        assertThatThrownBy(() -> read("left,right,label\na.jpg,b.jpg,x\n"))
                .hasMessageContaining("left, right, label")
                .hasMessageContaining("--image-column");
        assertThatThrownBy(() -> read("image,image,label\na.jpg,b.jpg,x\n")).hasMessageContaining("two columns named");
        assertThatThrownBy(() -> read("a.jpg,1\nb.jpg,2\n")).hasMessageContaining("has no header");
    }

    @Test
    void namedColumnsAreTaken() {
        ImportOptions options =
                ImportOptions.automatic().withImageColumn("right").withLabelColumn("KIND");

        assertThat(read("left,right,kind\na.jpg,b.jpg,x\n", options)
                        .images()
                        .get(0)
                        .image())
                .isEqualTo("b.jpg");
        assertThatThrownBy(() -> read("left,right,kinds\na.jpg,b.jpg,x\n", options))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--label-column")
                .hasMessageContaining("Did you mean \"kinds\"?");
    }

    @Test
    void anUnclosedQuoteIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> read("image,label\na.jpg,\"1\nb.jpg,2\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train.csv");
    }

    @Test
    void bytesThatAreNoTextAreAnError(@TempDir Path folder) throws IOException {
        Path csv = Files.write(folder.resolve("train.csv"), new byte[] {'i', (byte) 0xFF, (byte) 0xC3, 1});
        assertThatThrownBy(() -> CsvTable.read(csv)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> CsvTable.read(folder.resolve("none.csv"))).hasMessageContaining("There is no file");
    }

    @Test
    void testImagesNeedNoLabel() {
        ImportedTest test = new CsvImport(ImportOptions.automatic(), FileCheck.none())
                .test(CsvTable.parse("test.csv", "image\nb.jpg\na.jpg\nb.jpg\n../c.jpg\n"));

        assertThat(test.images()).containsExactly("b.jpg", "a.jpg");
        assertThat(test.unusable())
                .extracting(UnusableRow::reason)
                .containsExactly(Reason.DUPLICATE_ROW, Reason.OUTSIDE_ROOT);
    }

    @Test
    void aHundredThousandRowsAreReadInOneGo() {
        StringBuilder text = new StringBuilder("image,label\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("folder")
                    .append(i % 100)
                    .append("/image")
                    .append(i)
                    .append(".jpg,")
                    .append(i % 7)
                    .append('\n');
        }

        ImportedLabels labels = read(text.toString());

        assertThat(labels.images()).hasSize(100_000);
        assertThat(labels.unusable()).isEmpty();
    }

    @Test
    void reasonsAreCounted() {
        List<UnusableRow> rows =
                read("image,label\na.jpg,1\na.jpg,1\na.jpg,1\n../b.jpg,1\n").unusable();

        assertThat(UnusableRows.byReason(rows))
                .containsEntry(Reason.DUPLICATE_ROW, 2)
                .containsEntry(Reason.OUTSIDE_ROOT, 1);
        assertThat(Reason.OUTSIDE_ROOT.key()).isEqualTo("outside_root");
    }

    private static ImportedLabels read(String text) {
        return read(text, ImportOptions.automatic());
    }

    private static ImportedLabels read(String text, ImportOptions options) {
        return new CsvImport(options, FileCheck.none()).labels(CsvTable.parse("train.csv", text));
    }
}
