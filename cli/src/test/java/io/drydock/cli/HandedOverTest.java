package io.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandedOverTest {
    @Test
    void aLineIsSplitAsProgramsOnWindowsSplitIt() {
        assertThat(HandedOver.split("labels  drop a.jpg\tb.jpg ")).containsExactly("labels", "drop", "a.jpg", "b.jpg");
        assertThat(HandedOver.split("\"my ships\\a.jpg\" --mix=2,1 it's #1.jpg @list"))
                .containsExactly("my ships\\a.jpg", "--mix=2,1", "it's", "#1.jpg", "@list");
        assertThat(HandedOver.split("--why \"\" --by \"\"")).containsExactly("--why", "", "--by", "");
        assertThat(HandedOver.split("\"say \\\"no\\\"\" \"say \"\"no\"\"\""))
                .containsExactly("say \"no\"", "say \"no\"");
        assertThat(HandedOver.split("-w \"C:\\my work\\\\\" C:\\work\\"))
                .containsExactly("-w", "C:\\my work\\", "C:\\work\\");
        assertThat(HandedOver.split("--images=\"C:\\a b\"\\c")).containsExactly("--images=C:\\a b\\c");
        assertThat(HandedOver.split("")).isEmpty();
    }

    @Test
    void wordsOnTheCommandLineGoFirst() {
        Map<String, String> environment = Map.of(HandedOver.VARIABLE, "runs --json");

        assertThat(HandedOver.words(List.of(), environment)).containsExactly("runs", "--json");
        assertThat(HandedOver.words(List.of("inspect"), environment)).containsExactly("inspect");
        assertThat(HandedOver.words(List.of(), Map.of())).isEmpty();
    }
}
