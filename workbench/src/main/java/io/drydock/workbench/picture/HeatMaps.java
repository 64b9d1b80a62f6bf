package io.drydock.workbench.picture;

import io.drydock.core.error.WorkspaceException;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.Thumbnail;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.heatmap.GradCam;
import io.drydock.infer.heatmap.HeatMap;
import io.drydock.workbench.run.RunGraph;
import io.drydock.workbench.run.RunNetwork;
import io.drydock.workspace.run.RunFolder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Heat maps by one run after the other; the last run's graph stays open. Safe for use by many threads. */
public final class HeatMaps implements AutoCloseable {
    private @Nullable Opened opened;
    private boolean closed;

    private record Opened(String run, RunGraph graph, GradCam gradCam) {}

    /**
     * Where a run looked for a class, laid over the picture; empty where no place in it speaks for the class.
     *
     * @param classIndex in the run's class order
     * @param longerSidePx of the result, at most
     * @throws io.drydock.core.error.WorkspaceException if the run has no model, or the maps are closed
     * @throws io.drydock.core.error.WeightsException if its network allows no heat map
     */
    public synchronized Optional<Pixels> over(Pixels original, RunFolder run, int classIndex, int longerSidePx) {
        Opened ready = open(run);
        FeatureMap features = ready.graph().featureMap(ready.graph().fitted(original));
        HeatMap map = ready.gradCam().map(features, classIndex);
        return map.isEmpty() ? Optional.empty() : Optional.of(laidOver(Thumbnail.of(original, longerSidePx), map));
    }

    /** A heat map over its picture. */
    public static Pixels laidOver(Pixels picture, HeatMap map) {
        float[][] rows = new float[map.height()][map.width()];
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                rows[y][x] = map.at(y, x);
            }
        }
        return new io.drydock.image.heatmap.HeatMap().over(picture, rows);
    }

    private Opened open(RunFolder run) {
        Opened last = opened;
        if (last != null && last.run().equals(run.name())) {
            return last;
        }
        if (closed) {
            throw WorkspaceException.failed("No heat map is drawn: the studio was closed. Start it again.");
        }
        closeLast();
        RunGraph graph = RunGraph.open(run);
        try {
            Opened next = new Opened(run.name(), graph, GradCam.of(RunNetwork.read(run, graph.card())));
            opened = next;
            return next;
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /** Closes the graph; a request that waited for its turn opens none after that. */
    @Override
    public synchronized void close() {
        closed = true;
        closeLast();
    }

    private void closeLast() {
        if (opened != null) {
            opened.graph().close();
            opened = null;
        }
    }
}
