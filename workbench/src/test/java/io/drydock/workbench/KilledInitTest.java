package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drydock.core.data.Dataset;
import io.drydock.core.error.WorkspaceException;
import io.drydock.sample.ShipSet;
import io.drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledInitTest {
    @TempDir
    Path folder;

    @Test
    void anInitThatIsKilledAtAnyMomentIsDoneByTheNextOne() throws Exception {
        Path ships = folder.resolve("ships");
        ShipSet.of(400, 3).write(ships);
        new InitWorkspace().run(InitProgram.request(folder.resolve("unbroken"), ships), Progress.NONE);
        Dataset expected = Workspace.open(folder.resolve("unbroken")).dataset();

        for (int millis : new int[] {150, 400, 700, 1000, 1400, 2000}) {
            Path place = folder.resolve("killed-" + millis);
            Process process = start(place, ships);
            process.getErrorStream().read();
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            assertThat(opens(place)).as("killed after %d ms", millis).isIn(expected.size(), 0);
            InitWorkspace.Result result = new InitWorkspace().run(InitProgram.request(place, ships), Progress.NONE);

            assertThat(result.labeled()).isEqualTo(400);
            assertThat(Workspace.open(place).dataset()).isEqualTo(expected);
            assertThat(result.journalPosition()).isEqualTo(1);
        }
    }

    @Test
    void allRealShipsAreTakenIn() {
        Path ships = shipsFolder();
        assumeTrue(Files.isDirectory(ships), "skipped: the ship set is not at " + ships);

        InitWorkspace.Result result =
                new InitWorkspace().run(InitProgram.request(folder.resolve("ws"), ships), Progress.NONE);

        assertThat(result.labeled()).isEqualTo(5314);
        assertThat(result.test()).isEqualTo(3618);
        assertThat(result.unusable()).isEmpty();
        assertThat(result.duplicates()).hasSize(4);
        long gray = Workspace.open(folder.resolve("ws")).images().byPath().values().stream()
                .filter(image -> image.picture().orElseThrow().check("exactly_gray") > 0)
                .count();
        assertThat(gray).isBetween(237L, 243L);
    }

    private static int opens(Path place) {
        try {
            return Workspace.open(place).dataset().size();
        } catch (WorkspaceException e) {
            return 0;
        }
    }

    private static Process start(Path place, Path ships) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InitProgram.class.getName(),
                        place.toString(),
                        ships.toString())
                .start();
    }

    private static Path shipsFolder() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            for (Path shared : new Path[] {at.resolve("shared/ships"), at.resolveSibling("shared/ships")}) {
                if (Files.isDirectory(shared)) {
                    return shared;
                }
            }
        }
        return start.resolve("shared/ships");
    }
}
