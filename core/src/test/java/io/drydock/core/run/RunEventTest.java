package io.drydock.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEventTest {
    @Test
    void anEpochHasTheFieldsOfTheJsonContractInOrder() {
        RunEvent epoch = new RunEvent.EpochEnded(1, Stage.FROZEN, 0.9, 0.6, 0.8, 0.8, 33.1);

        assertThat(epoch.fields().keySet())
                .containsExactly(
                        "event", "epoch", "stage", "train_loss", "valid_loss", "accuracy", "weighted_f1", "seconds");
        assertThat(epoch.fields()).containsEntry("event", "epoch").containsEntry("stage", "frozen");
    }

    @Test
    void failureCarriesItsMessage() {
        assertThat(new RunEvent.Failed("no space").fields())
                .containsEntry("event", "failed")
                .containsEntry("message", "no space");
    }

    @Test
    void bothListenersHearInOrder() {
        List<String> heard = new ArrayList<>();
        RunListener both = ((RunListener) event -> heard.add("first " + event.event()))
                .and(event -> heard.add("second " + event.event()));

        both.accept(new RunEvent.Noted("x"));

        assertThat(heard).containsExactly("first note", "second note");
    }
}
