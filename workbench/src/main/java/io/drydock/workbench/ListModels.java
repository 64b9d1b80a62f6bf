package io.drydock.workbench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.network.graph.Network;
import io.drydock.network.zoo.ModelInfo;
import io.drydock.network.zoo.ModelZoo;
import java.util.List;

/** {@code drydock models}: every model with its size and cost, and where its weights come from. Safe for use by many threads. */
public final class ListModels {
    /**
     * One model.
     *
     * @param parameters trainable numbers of the backbone with a linear head of {@code classes} classes
     * @param multiplyAdds of one image at the size asked for
     * @param features width of the pooled features
     * @param weights {@code bundled} or {@code hub}
     * @param hubRepository where {@code --weights hub} fetches from
     */
    public record Line(
            String model, long parameters, long multiplyAdds, int features, String weights, String hubRepository) {}

    /**
     * All models, families together.
     *
     * @param size at which multiply-adds are counted
     * @param classes of the head, at least 1
     * @throws ConfigException if there are fewer
     */
    public List<Line> run(ImageSize size, int classes) {
        if (classes < 1) {
            throw new ConfigException("A head needs at least 1 class, asked for were " + classes + ".");
        }
        return ModelZoo.names().stream().map(name -> line(name, size, classes)).toList();
    }

    private static Line line(String name, ImageSize size, int classes) {
        Network network = ModelZoo.create(name, classes);
        ModelInfo info = ModelZoo.info(name);
        return new Line(
                name,
                network.parameters(),
                network.multiplyAdds(size),
                network.pooledWidth(),
                info.bundled() ? "bundled" : "hub",
                info.hubRepository());
    }
}
