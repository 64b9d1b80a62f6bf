package io.drydock.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.error.WorkspaceException;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are still under way while a studio ends: no network may be opened that nobody closes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedStudioTest {
    private ShipWorkspace ships;
    private ImageIndex index;
    private ImageEntry image;

    @BeforeAll
    void draw(@TempDir Path folder) {
        ships = ShipWorkspace.in(folder);
        index = ImageIndex.open(ships.root());
        image = index.now().images().get(0);
    }

    @Test
    void aQuestionForNeighborsAfterTheEndComputesNothing() {
        FindNeighbors neighbors = new FindNeighbors(index);
        neighbors.close();

        FindNeighbors.Answer answer = neighbors.of(image.id(), 3);

        assertThat(answer.ready()).isFalse();
        assertThat(answer.message()).isEqualTo("The studio was closed.");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("drydock-neighbors"));
    }

    @Test
    void aRequestForAHeatMapAfterTheEndOpensNoNetwork() {
        String run = ships.run(1).name();
        String classCode = index.now().classes().codes().get(0);
        ViewPicture pictures = new ViewPicture(index);
        pictures.close();

        assertThatThrownBy(() -> pictures.heatMap(image.id(), run, classCode))
                .isInstanceOf(WorkspaceException.class)
                .hasMessage("No heat map is drawn: the studio was closed. Start it again.");
    }
}
