import io.drydock.core.random.RandomStream;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.InitialWeights;
import io.drydock.network.weights.FloatTensor;
import io.drydock.network.weights.Safetensors;
import io.drydock.network.weights.WeightSet;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.sample.ShipSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws the pictures of an old workspace and writes thin.safetensors: weights of tf_efficientnet_lite0 in which all but the
 * first channels of each layer are zero. A zero channel has no gradient, so the weights, the moments and the averages of a
 * training stay zero there as well, and all files of a run are compressed to a hundredth.
 */
public final class DrawSet {
    private static final String MODEL = "tf_efficientnet_lite0";
    private static final int LIVING = 12;

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        ShipSet.of(40, 16).withTest(8).withMislabeled(4).withGray(2).withExactCopies(2).withConflicts(1).write(folder.resolve("ships"));
        Network network = ModelZoo.create(MODEL);
        WeightSet full = InitialWeights.of(network.nodes(), RandomStream.of(16, "thin"));
        Map<String, FloatTensor> thin = new LinkedHashMap<>();
        full.tensors().forEach((name, tensor) -> thin.put(name, thinned(tensor)));
        Safetensors.write(folder.resolve("thin.safetensors"), new WeightSet(thin), Map.of());
    }

    /** Zero outside of the first channels, and larger within them, so that activations keep their size; zero in the classifier. */
    private static FloatTensor thinned(FloatTensor kernel) {
        int[] shape = kernel.shape();
        if (shape.length == 2) {
            return new FloatTensor(shape, new float[kernel.size()]);
        }
        if (shape.length < 2) {
            return kernel;
        }
        int inputs = shape[1];
        int area = shape[2] * shape[3];
        int living = Math.min(inputs, LIVING);
        float scale = (float) Math.sqrt((double) inputs / living);
        float[] values = kernel.values().clone();
        for (int out = 0; out < shape[0]; out++) {
            for (int in = 0; in < inputs; in++) {
                int at = (out * inputs + in) * area;
                if (out >= LIVING || in >= living) {
                    Arrays.fill(values, at, at + area, 0);
                }
                for (int i = at; i < at + area; i++) {
                    values[i] *= scale;
                }
            }
        }
        return new FloatTensor(shape, values);
    }
}
