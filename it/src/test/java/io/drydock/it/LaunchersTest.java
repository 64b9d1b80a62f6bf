package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the launcher of Windows, which does not run here, against the one that does. */
class LaunchersTest {
    private static final Path FOLDER = Repository.root().resolve("cli/src/dist/bin");
    private static final Pattern OPTION = Pattern.compile("-(?:XX:|X|D)[A-Za-z+-][^\\s\"]*");

    private final List<String> unix = commands("drydock", "#");
    private final List<String> windows = commands("drydock.bat", "rem ");

    private static List<String> commands(String name, String comment) {
        try {
            return Files.readAllLines(FOLDER.resolve(name)).stream()
                    .filter(line -> !line.startsWith(comment))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> found(Pattern pattern, List<String> lines) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothGiveTheVirtualMachineTheSameOptions() {
        assertThat(found(OPTION, windows)).hasSizeGreaterThan(5).isEqualTo(found(OPTION, unix));
    }

    @Test
    void bothSetTheSameVariablesButThoseOfGlibc() {
        Pattern preset =
                Pattern.compile("(?:OPENCV_LOG_LEVEL|OPENCV_IO_MAX_IMAGE_PIXELS|OMP_WAIT_POLICY|ORT_DISABLE_TELEMETRY)"
                        + "[^ ]*?[:=]-?(?:SILENT|100000000|passive|1)");

        assertThat(found(preset, unix)).hasSize(4);
        assertThat(found(preset, windows)).hasSize(4);
    }
}
