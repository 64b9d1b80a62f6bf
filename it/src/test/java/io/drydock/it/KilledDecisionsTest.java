package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is killed in the middle of deciding: what it acknowledged is there, and all of it can be undone. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledDecisionsTest {
    private static final int DECISIONS = 1000;
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
    private static final Pattern BATCH = Pattern.compile("\"batch\"\\s*:\\s*(\\d+)");

    private Path folder = Path.of("");
    private List<String[]> rows = List.of();
    private Map<String, String> hashes = Map.of();
    private String firstLabels = "";

    @BeforeAll
    void makeAWorkspace(@TempDir Path temporary) throws IOException {
        folder = temporary;
        DrawnShips ships = DrawnShips.in(folder.resolve("ships"), 60);
        Program program = new Program(folder);
        program.done(ships.init());
        rows = Files.readAllLines(ships.csv("train.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        hashes = hashes();
        firstLabels = program.done("labels", "export", "-w", "work");
        assertThat(firstLabels).isEqualTo(Files.readString(ships.csv("train.csv")));
    }

    @Test
    void everyAcknowledgedDecisionOfAKilledStreamIsThereAndUndoneToTheFirstState() throws Exception {
        Process stream = new Program(folder).startPiped("labels", "stream", "-w", "work");
        List<Long> acknowledged = new ArrayList<>();
        Thread feeder = new Thread(() -> feed(stream));
        feeder.start();
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            String answer = answers.readLine();
            while (answer != null) {
                assertThat(answer).contains("\"done\":true");
                Matcher seq = SEQ.matcher(answer);
                assertThat(seq.find()).as(answer).isTrue();
                acknowledged.add(Long.parseLong(seq.group(1)));
                if (acknowledged.size() == DECISIONS / 2) {
                    // By its handle, because Process.destroyForcibly closes the answers that are still to be read.
                    stream.descendants().forEach(ProcessHandle::destroyForcibly);
                    stream.toHandle().destroyForcibly();
                }
                answer = answers.readLine();
            }
        }
        assertThat(stream.waitFor(1, TimeUnit.MINUTES)).isTrue();
        feeder.join();

        Program program = new Program(folder);
        String log = program.done("labels", "log", "-w", "work", "--json").replaceAll("\\s", "");
        assertThat(acknowledged).hasSizeBetween(DECISIONS / 2, DECISIONS - 1);
        for (long seq : acknowledged) {
            assertThat(log).contains("\"seq\":" + seq + ",");
        }
        assertThat(program.done("labels", "export", "-w", "work")).isNotEqualTo(firstLabels);
        program.done("labels", "undo", "1000000", "-w", "work");
        assertThat(program.done("labels", "export", "-w", "work")).isEqualTo(firstLabels);
        assertThat(program.done("labels", "patch", "-w", "work").lines()).hasSize(1);
        assertThat(hashes()).isEqualTo(hashes);
    }

    @Test
    void aScriptOfCommandsThatIsKilledLosesNothingItWasTold() throws Exception {
        Program program = new Program(folder);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Matcher batch = BATCH.matcher(program.done(
                    "labels", "unsure", rows.get(i)[0], "-w", "work", "--json", "--by", "script " + System.nanoTime()));
            assertThat(batch.find()).isTrue();
            told.add(batch.group(1));
        }
        Process killed = program.start("labels", "keep", rows.get(7)[0], "-w", "work");
        killed.waitFor(300, TimeUnit.MILLISECONDS);
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();

        String log = program.done("labels", "log", "-w", "work", "--json").replaceAll("\\s", "");

        assertThat(told).allSatisfy(batch -> assertThat(log).contains("\"batch\":" + batch + ","));
        program.done("labels", "undo", "1000000", "-w", "work");
        assertThat(program.done("labels", "export", "-w", "work")).isEqualTo(firstLabels);
        assertThat(hashes()).isEqualTo(hashes);
    }

    private void feed(Process stream) {
        try (Writer in = new OutputStreamWriter(stream.getOutputStream(), StandardCharsets.UTF_8)) {
            for (int i = 0; i < DECISIONS; i++) {
                in.write(line(i));
                in.flush();
            }
        } catch (IOException killed) {
            assertThat(stream.isAlive() && !killed.getMessage().contains("pipe"))
                    .isFalse();
        }
    }

    /** Decides about one image after another, round by round, each time something else than the round before. */
    private String line(int i) {
        String[] row = rows.get(i % rows.size());
        int round = i / rows.size();
        String decision = switch (i % 3) {
            case 0 -> "\"relabel\",\"to\":\"" + (1 + (Integer.parseInt(row[1]) + round) % 5) + "\"";
            case 1 -> round % 2 == 0 ? "\"drop\"" : "\"keep\"";
            default -> round % 2 == 0 ? "\"unsure\"" : "\"keep\"";
        };
        return "{\"action\":" + decision + ",\"image\":\"" + row[0] + "\",\"why\":\"decision " + i + "\"}\n";
    }

    private Map<String, String> hashes() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("ships"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
