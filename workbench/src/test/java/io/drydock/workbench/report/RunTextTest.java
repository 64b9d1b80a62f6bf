package io.drydock.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.workbench.run.RunSummary;
import io.drydock.workbench.run.ShownRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunTextTest {
    private static final RunSummary SUMMARY = new RunSummary(
            1,
            "0001-resnet18",
            "interrupted",
            "stopped by Ctrl-C",
            "resnet18",
            "quick",
            new ImageSize(64, 96),
            2,
            Optional.of(3),
            Optional.empty(),
            1,
            2,
            1,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            12,
            Optional.empty(),
            false);

    @Test
    void aRunIsShownAsTextForPeopleAndNotAsJson() {
        ShownRun run = new ShownRun(
                SUMMARY,
                Optional.of(JsonMapper.builder()
                        .build()
                        .readTree("{\"config\":{\"seed\":7,\"rate\":{\"multipliers\":[0.3,1.0]},\"fold\":null},"
                                + "\"provenance\":{\"libraries\":{\"opencv\":\"4.13\"}}}")),
                List.of(
                        "{\"event\":\"started\",\"run\":\"0001-resnet18\"}",
                        "{\"event\":\"epoch\",\"epoch\":1,\"stage\":\"frozen\",\"train_loss\":1.5,\"valid_loss\":null,"
                                + "\"accuracy\":0.25,\"weighted_f1\":0.21875,\"seconds\":6.42}",
                        "{\"event\":\"epo"),
                Path.of("runs/0001-resnet18"),
                List.of("metrics.jsonl", "report/"));
        StringWriter out = new StringWriter();

        new RunText(new PrintWriter(out, true)).print(run);

        assertThat(out.toString())
                .contains("0001-resnet18: interrupted, stopped by Ctrl-C")
                .contains("resnet18, recipe quick, 64x96, split 2 fold 3")
                .contains("1 of 2 epochs in 12 s")
                .containsPattern("1 +frozen +1\\.5000 +- +0\\.2500 +0\\.2188 +6\\.4")
                .containsPattern("seed +7")
                .containsPattern("rate\\.multipliers +0\\.3, 1\\.0")
                .containsPattern("libraries\\.opencv +4\\.13")
                .contains("  metrics.jsonl")
                .doesNotContain("{", "\"");
    }
}
