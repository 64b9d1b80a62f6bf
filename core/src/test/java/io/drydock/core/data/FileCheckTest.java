package io.drydock.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
    @TempDir
    Path folder;

    @Test
    void aNameThatTheProcessCannotReadIsLeftOutWithItsReason() {
        FileProblem problem =
                FileCheck.under(folder).problem("schiff-\uFFFD.jpg").orElseThrow();

        assertThat(problem.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(problem.message())
                .contains("schiff-\uFFFD.jpg", "reads names of files as " + System.getProperty("sun.jnu.encoding"));
    }
}
