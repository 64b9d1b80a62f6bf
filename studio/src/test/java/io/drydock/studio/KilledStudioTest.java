package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.label.JournalEntry;
import io.drydock.workbench.DecideLabels;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A studio that is killed in the midst of decisions. */
@Tag("slow")
class KilledStudioTest {
    private static final int DECISIONS_BEFORE_THE_KILL = 120;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedDecisionIsThereAfterAKillAndUndoAllGivesTheFirstState() throws Exception {
        DrawnSet set = DrawnSet.in(folder);
        Map<String, String> first = set.open().journal().state().labels();
        List<String> acknowledged = new ArrayList<>();

        Process process = start(set);
        try {
            Caller caller = Caller.of(address());
            List<JsonNode> images =
                    distinct(caller.json("/api/images?part=train").path("images"));
            Thread killer = new Thread(() -> {
                while (acknowledged.size() < DECISIONS_BEFORE_THE_KILL) {
                    Thread.onSpinWait();
                }
                process.destroyForcibly();
            });
            killer.setDaemon(true);
            killer.start();
            decideUntilKilled(caller, images, acknowledged);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        List<JournalEntry> entries = set.open().journal().entries();
        List<String> written = entries.stream()
                .filter(entry -> entry.action().isDecision())
                .map(entry -> entry.image() + " " + entry.newLabel().orElse(""))
                .toList();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(DECISIONS_BEFORE_THE_KILL);
        assertThat(written).startsWith(acknowledged.toArray(String[]::new));
        assertThat(written.size() - acknowledged.size())
                .as("at most the one in flight")
                .isBetween(0, 1);

        new DecideLabels(set.root()).undo(written.size(), "ann", "");
        assertThat(set.open().journal().state().labels()).isEqualTo(first);
    }

    /** One image of each content: what holds for a copy already is not written twice. */
    private static List<JsonNode> distinct(JsonNode images) {
        Map<String, JsonNode> byContent = new LinkedHashMap<>();
        images.forEach(image -> byContent.putIfAbsent(image.path("version").asString(), image));
        return List.copyOf(byContent.values());
    }

    /** Gives every image one class after another until nobody answers any more. */
    private static void decideUntilKilled(Caller caller, List<JsonNode> images, List<String> acknowledged) {
        try {
            for (int round = 0; round < 100; round++) {
                for (JsonNode image : images) {
                    String to = String.valueOf(
                            1 + (round + Integer.parseInt(image.path("label").asString())) % 5);
                    if (caller.decide("relabel", List.of(image.path("id").asLong()), to) == 200) {
                        synchronized (acknowledged) {
                            acknowledged.add(image.path("image").asString() + " " + to);
                        }
                    }
                }
            }
        } catch (RuntimeException killed) {
            assertThat(killed).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private Process start(DrawnSet set) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                StudioProgram.class.getName(),
                set.root().toString(),
                folder.resolve("address").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private URI address() throws Exception {
        Path file = folder.resolve("address");
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!Files.exists(file)) {
            assertThat(Instant.now()).as(() -> log()).isBefore(end);
            Thread.sleep(50);
        }
        return URI.create(Files.readString(file));
    }

    private String log() {
        try {
            return "the studio did not start: " + Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "the studio did not start";
        }
    }
}
