package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed wrong, or lies wrong on disk, gets one clear message, an exit code of 1 or 2, and no stack trace. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private Path folder = Path.of("");

    private DrawnShips ships;

    @BeforeAll
    void importShips(@TempDir Path temporary) {
        folder = temporary;
        ships = DrawnShips.in(folder.resolve("ships"), 60);
        Program program = new Program(folder);
        program.done(ships.init());
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
                new Bad("weights verify text.safetensors", 2, "text.safetensors"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void badInputIsToldInOneMessage(Bad bad) {
        Program.Outcome outcome = new Program(folder).run(bad.command().split(" "));

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(bad.exit());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(bad.words()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(outcome.err().lines().count()).isLessThan(12);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
