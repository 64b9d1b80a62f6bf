package io.drydock.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void thisMachineTellsWhatItIs() {
        Machine machine = Machine.current();

        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryBytes()).isPositive();
        assertThat(machine.java()).startsWith(System.getProperty("java.version"));
        assertThat(machine.cpu()).isNotBlank();
    }

    @Test
    void librariesStandInOrderOfTheirNames() {
        Provenance provenance = Provenance.here(
                "0.1.0", Map.of("pytorch", "2.10.0", "onnxruntime", "1.29.0"), "abc", 1, 2, 42, Instant.EPOCH);

        assertThat(provenance.libraries().keySet()).containsExactly("onnxruntime", "pytorch");
        assertThat(provenance.split()).isEqualTo(2);
    }
}
