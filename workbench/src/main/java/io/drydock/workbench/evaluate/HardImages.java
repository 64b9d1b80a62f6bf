package io.drydock.workbench.evaluate;

import io.drydock.core.device.Device;
import io.drydock.core.error.ImageException;
import io.drydock.core.error.WeightsException;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.encode.Thumbnail;
import io.drydock.infer.FeatureMap;
import io.drydock.infer.heatmap.GradCam;
import io.drydock.infer.heatmap.HeatMap;
import io.drydock.workbench.Progress;
import io.drydock.workbench.picture.HeatMaps;
import io.drydock.workbench.report.LossPicture;
import io.drydock.workbench.report.Picture;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunGraph;
import io.drydock.workbench.run.RunNetwork;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of the hardest images, each with a heat map of the class that was predicted, by the first run that has a
 * feature map. Safe for use by many threads.
 */
public final class HardImages {
    private static final int LONGER_SIDE = 264;

    private final Workspace workspace;
    private final List<Contender> contenders;
    private final Device device;

    /** @param device that heat maps are computed on, as {@link io.drydock.train.device.Devices#resolve} gives it */
    public HardImages(Workspace workspace, List<Contender> contenders, Device device) {
        this.workspace = workspace;
        this.device = device;
        this.contenders = List.copyOf(contenders);
    }

    /** Pictures in the order of the losses; an image that cannot be read any more is left out. */
    public List<LossPicture> pictures(List<TopLoss> hardest, Progress progress) {
        Optional<RunFolder> run =
                contenders.stream().flatMap(one -> one.folder().stream()).findFirst();
        if (run.isEmpty() || !run.get().hasModel()) {
            return all(hardest, NO_FEATURE_MAP, progress);
        }
        try (RunGraph graph = RunGraph.open(run.get(), device)) {
            RunCard card = graph.card();
            GradCam gradCam = GradCam.of(RunNetwork.read(run.get(), card));
            return all(hardest, (picture, loss) -> heat(graph, gradCam, picture, loss), progress);
        } catch (WeightsException | UnsupportedOperationException e) {
            return all(hardest, NO_FEATURE_MAP, progress);
        }
    }

    /** Draws the heat map of a picture; empty where no place in it speaks for the predicted class. */
    private interface Heat {
        Optional<Picture> of(Pixels picture, TopLoss loss);
    }

    private static final Heat NO_FEATURE_MAP = (picture, loss) -> Optional.empty();

    private List<LossPicture> all(List<TopLoss> hardest, Heat heat, Progress progress) {
        ImageDecoder decoder = new ImageDecoder();
        List<LossPicture> pictures = new ArrayList<>();
        for (int i = 0; i < hardest.size(); i++) {
            TopLoss loss = hardest.get(i);
            progress.at("drawing heat maps", i, hardest.size());
            try {
                Pixels picture = decoder.decode(workspace.imageRoots().resolve(loss.image()))
                        .pixels();
                Optional<Picture> over = heat.of(picture, loss);
                pictures.add(new LossPicture(
                        loss, picture(picture, loss.image()), over, over.isEmpty() && heat != NO_FEATURE_MAP));
            } catch (ImageException gone) {
                // The picture was readable when it was scored; the report goes on without it.
                progress.at("leaving out " + loss.image(), i, hardest.size());
            }
        }
        progress.at("drawing heat maps", hardest.size(), hardest.size());
        return pictures;
    }

    private static Optional<Picture> heat(RunGraph graph, GradCam gradCam, Pixels original, TopLoss loss) {
        FeatureMap features = graph.featureMap(graph.fitted(original));
        HeatMap map = gradCam.map(features, loss.predicted());
        if (map.isEmpty()) {
            return Optional.empty();
        }
        Pixels over = HeatMaps.laidOver(Thumbnail.of(original, LONGER_SIDE), map);
        return Optional.of(picture(over, "where the model looked in " + loss.image()));
    }

    private static Picture picture(Pixels pixels, String alt) {
        Pixels small = Thumbnail.of(pixels, LONGER_SIDE);
        return new Picture(Thumbnail.jpeg(small, LONGER_SIDE), small.width(), small.height(), alt);
    }
}
