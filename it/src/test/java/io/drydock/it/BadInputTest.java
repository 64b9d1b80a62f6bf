package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed wrong, or lies wrong on disk, gets one clear message, an exit code of 1 or 2, and no stack trace. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    /** Begins each line of a complete list below a message, such as the tensors that do not fit. */
    private static final String LIST_ITEM = "  ";

    /** Last byte of the user version in the header of an SQLite file. */
    private static final int SCHEMA_VERSION_BYTE = 63;

    private Path folder = Path.of("");

    private DrawnShips ships;

    @BeforeAll
    void importShips(@TempDir Path temporary) throws IOException {
        folder = temporary;
        ships = DrawnShips.in(folder.resolve("ships"), 60);
        Program program = new Program(folder);
        program.done(ships.init());
        prepareOtherWorkspaces(program);
        write("empty.csv", "");
        write("header.csv", "image,category\n");
        write("columns.csv", "a,b,c\n1,2,3\n");
        write("missing.csv", "image,category\nnowhere.jpg,1\n");
        write("outside.csv", "image,category\n../secret.jpg,1\n");
        write("codes.csv", "image,category\nx.jpg,9\n");
        write("text.safetensors", "this is no weight file");
        write("config.yaml", "epoch: 5+2\n");
        write("sample.csv", "id,label\nz.jpg,1\n");
        write("probabilities.csv", "image,predicted,1,2\na.jpg,1,0.9,0.9\n");
        write("split.csv", "image,part\nnowhere.jpg,train\n");
    }

    /** {@code other}: split, with a sample that lacks a test image; {@code one}: one class; {@code newer}: a schema to come. */
    private void prepareOtherWorkspaces(Program program) throws IOException {
        List<String> test = Files.readAllLines(ships.csv("test.csv"));
        List<String> answers = test.stream()
                .skip(1)
                .map(image -> image + ",1,0.6,0.1,0.1,0.1,0.1\n")
                .toList();
        write("answers.csv", "image,predicted,1,2,3,4,5\n" + String.join("", answers));
        List<String> sample = Files.readAllLines(ships.csv("sample_submission.csv"));
        write("unfit.csv", String.join("\n", sample.subList(0, sample.size() - 1)) + "\nother.jpg,1\n");
        program.done(importing("other", ships.csv("train.csv"), "--sample", "unfit.csv"));
        program.done("split", "-w", "other");
        String labels = Files.readString(ships.csv("train.csv"));
        write("one.csv", labels.replaceAll("(?m),[0-9]+$", ",1"));
        program.done(importing("one", folder.resolve("one.csv")));
        program.done("split", "-w", "one");
        Path newer = Files.createDirectory(folder.resolve("newer")).resolve("drydock.db");
        Files.copy(folder.resolve("one/drydock.db"), newer);
        byte[] database = Files.readAllBytes(newer);
        database[SCHEMA_VERSION_BYTE] = 99;
        Files.write(newer, database);
        String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        ByteBuffer weights = ByteBuffer.allocate(Long.BYTES + header.length() + Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("other.safetensors"), weights.array());
        writeMalformed();
    }

    /** Headers of weight and matrix files that promise what no file can hold. */
    private void writeMalformed() throws IOException {
        Files.write(folder.resolve("length.safetensors"), new byte[] {2, 0, 0, 0, 0, 0, 0, 0});
        writeHeader(
                "overflow", "{\"x\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,0]}}");
        writeHeader("offsets", "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[9223372036854775800,-8]}}");
        writeHeader("type", "{\"x\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}}");
        writeMatrix("negative.npy", "(-60, 5)");
        writeMatrix("huge.npy", "(2147483647, 2147483647)");
        write("text.npy", "0.1,0.9\n");
    }

    private void writeHeader(String name, String header) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve(name + ".safetensors"), file.array());
    }

    private void writeMatrix(String name, String shape) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        Files.write(
                folder.resolve(name),
                file.put(header.getBytes(StandardCharsets.US_ASCII)).array());
    }

    private String[] importing(String workspace, Path labels, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "init",
                workspace,
                "--images",
                "ships/images",
                "--labels",
                labels.toString(),
                "--test",
                "ships/test.csv"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** The command, its exit code, and words that the message must hold. */
    record Bad(String command, int exit, String... words) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Bad> inputs() {
        return Stream.of(
                new Bad("trian", 2, "trian", "train"),
                new Bad("inspect -w work --jsno", 2, "--jsno", "--json"),
                new Bad("inspect -w nowhere", 2, "nowhere", "init"),
                new Bad("init bad1 --images nowhere --labels header.csv", 2, "nowhere"),
                new Bad("init bad2 --images ships/images --labels nowhere.csv", 2, "nowhere.csv"),
                new Bad("init bad3 --images ships/images --labels empty.csv", 2, "empty.csv"),
                new Bad("init bad4 --images ships/images --labels header.csv", 2, "header.csv"),
                new Bad("init bad5 --images ships/images --labels columns.csv", 2, "columns.csv", "a, b, c"),
                new Bad("init bad6 --images ships/images --labels missing.csv", 2, "missing.csv", "nowhere.jpg"),
                new Bad("init bad7 --images ships/images --labels outside.csv", 2, "outside.csv"),
                new Bad("init bad8 --images ships/images --labels codes.csv --classes 1=Cargo,1=Tanker", 2, "1"),
                new Bad("train -w work", 2, "split"),
                new Bad("split -w work --valid 1.5", 2, "1.5"),
                new Bad("split -w work --from split.csv", 2, "split.csv"),
                new Bad("preview -w work --recipe artcle", 2, "artcle", "article"),
                new Bad("preview -w work --size 140by210", 2, "140by210"),
                new Bad("train -w work --epochs five", 2, "five"),
                new Bad("train -w work --model resnet5", 2, "resnet5", "resnet50"),
                new Bad("train -w work --set loss.mixup_alhpa=1", 2, "mixup_alhpa", "mixup_alpha"),
                new Bad("train -w work --config config.yaml", 2, "epoch", "epochs"),
                new Bad("train -w work --config nowhere.yaml", 2, "nowhere.yaml"),
                new Bad("resume 7 -w work", 2, "7"),
                new Bad("evaluate latest -w work", 2, "run"),
                new Bad("evaluate probabilities.csv -w work", 2, "split"),
                new Bad("submit latest -w work -o out.csv --mix loudest", 2, "loudest"),
                new Bad("submissions score 3 0.9 -w work", 2, "3"),
                new Bad("weights verify text.safetensors", 2, "text.safetensors"),
                new Bad("train -w other --weights nowhere.safetensors", 2, "nowhere.safetensors"),
                new Bad("train -w other --weights text.safetensors", 2, "text.safetensors"),
                new Bad("train -w other --weights other.safetensors", 2, "does not fit", "conv_stem.weight"),
                new Bad("train -w one --epochs 1+0", 2, "one class"),
                new Bad(
                        "train -w other --weights length.safetensors",
                        2,
                        "length.safetensors",
                        "ends inside its header"),
                new Bad("train -w other --weights overflow.safetensors", 2, "overflow.safetensors", "cannot fill"),
                new Bad("train -w other --weights offsets.safetensors", 2, "offsets.safetensors", "cannot fill"),
                new Bad("train -w other --weights type.safetensors", 2, "type.safetensors", "F64"),
                new Bad("train -w other --weights ships", 2, "ships"),
                new Bad("weights verify overflow.safetensors", 2, "overflow.safetensors"),
                new Bad("audit -w other --probabilities negative.npy", 2, "negative.npy", "(-60, 5)"),
                new Bad("audit -w other --probabilities huge.npy", 2, "huge.npy"),
                new Bad("audit -w other --probabilities text.npy", 2, "text.npy"),
                new Bad("train -w other --size 99999999x1", 2, "99999999x1"),
                new Bad("train -w other --size 99999x99999", 2, "99999x99999", "too large"),
                new Bad("preview -w other --size 8192x8192", 2, "8192x8192", "too large"),
                new Bad("train -w other --epochs 2147483647", 2, "2147483647"),
                new Bad("train -w other --batch 0", 2, "batch"),
                new Bad("train -w other --batch 99999999999", 2, "99999999999"),
                new Bad("train -w other --rate NaN", 2, "NaN"),
                new Bad("split -w other --folds 2147483647", 2, "2147483647"),
                new Bad("resume 99999999999 -w other", 2, "run"),
                new Bad("demo drawn --images 2147483647", 2, "at most 100000"),
                new Bad("models --classes -1", 2, "at least 1 class"),
                new Bad("evaluate answers.csv -w other --top -1", 2, "-1"),
                new Bad("inspect -w newer", 2, "newer", "schema version 99"),
                new Bad("submit answers.csv -w other -o out.csv", 2, "unfit.csv", "other.jpg"),
                new Bad("submit answers.csv -w work -o out.csv --mix 2,1", 2, "2 weights for 1 model"),
                new Bad("submit answers.csv answers.csv -w work -o out.csv --mix 2,1,3", 2, "3 weights for 2 models"),
                new Bad("demo ships", 2, "no demo made"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void badInputIsToldInOneMessage(Bad bad) {
        Program.Outcome outcome = new Program(folder).run(bad.command().split(" "));

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(bad.exit());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(bad.words()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(outcome.err().lines().filter(line -> !line.startsWith(LIST_ITEM)))
                .hasSizeLessThan(12);
    }

    @Test
    void imagesThatCannotBeReadAreLinesOfTheReport() throws IOException {
        Path images = Files.createDirectory(folder.resolve("faulty"));
        try (Stream<Path> drawn = Files.list(ships.images())) {
            for (Path image : drawn.toList()) {
                Files.copy(image, images.resolve(image.getFileName()));
            }
        }
        List<String> rows = Files.readAllLines(ships.csv("train.csv"));
        String empty = rows.get(1).split(",")[0];
        String truncated = rows.get(2).split(",")[0];
        byte[] whole = Files.readAllBytes(images.resolve(truncated));
        Files.write(images.resolve(empty), new byte[0]);
        Files.write(images.resolve(truncated), Arrays.copyOf(whole, whole.length / 2));
        String[] init = {
            "init",
            "left-out",
            "--images",
            "faulty",
            "--labels",
            ships.csv("train.csv").toString()
        };

        String report = new Program(folder).done(init);

        assertThat(report)
                .contains("58 labelled images")
                .contains(empty + " has 0 bytes")
                .contains(truncated + " is truncated");
        Program.Outcome strict =
                new Program(folder).run("init", "strict", "--images", "faulty", "--labels", init[5], "--strict");
        assertThat(strict.exit()).isEqualTo(2);
        assertThat(strict.err()).contains("2 of 60 rows", empty, truncated);
    }

    @AfterAll
    void nothingIsLostOrLeftHalfWritten() throws IOException {
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(ships.csv("train.csv")).isNotEmptyFile();
        try (Stream<Path> drawn = Files.list(ships.images())) {
            assertThat(drawn).hasSize(80);
        }
        assertThat(new Program(folder)
                        .done(
                                "init",
                                "work",
                                "--images",
                                "ships/images",
                                "--labels",
                                "ships/train.csv",
                                "--test",
                                "ships/test.csv",
                                "--sample",
                                "ships/sample_submission.csv"))
                .contains("60 labelled images in 5 classes, 20 images to predict");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
