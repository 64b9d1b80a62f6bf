package io.drydock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void optionsAreReadInBothWritingsAndEmptyOnesAreTheDefault() {
        Settings settings =
                Settings.parse("--models", "resnet18", "--size=70x105", "--batch=8,16", "--seconds", "3", "--peer=");

        assertThat(settings.models()).containsExactly("resnet18");
        assertThat(settings.size()).isEqualTo(new ImageSize(70, 105));
        assertThat(settings.batches()).containsExactly(8, 16);
        assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.peer()).isEmpty();
        assertThat(Settings.parse("--peer", "env/bin/python").peer()).contains(Path.of("env/bin/python"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> Settings.parse("--model=x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--model")
                .hasMessageContaining("--models");
        assertThatThrownBy(() -> Settings.parse("--seconds=0"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--seconds");
        assertThatThrownBy(() -> Settings.parse("--peer"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("wants a value");
    }
}
