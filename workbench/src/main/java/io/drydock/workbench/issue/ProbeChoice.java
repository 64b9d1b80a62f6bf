package io.drydock.workbench.issue;

import io.drydock.core.data.ImageSize;
import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import io.drydock.network.weights.BundledBackbone;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import java.util.List;

/**
 * How the linear probe predicts the labelled images out of fold.
 *
 * @param encoders whose predictions are averaged, at least one
 * @param folds parts that take turns in being predicted, at least 2
 * @param repeats divisions into folds whose predictions are averaged, at least 1
 * @param mirror whether the probe also learns from and looks at mirror images
 * @param seed of the divisions
 */
public record ProbeChoice(List<Encoder> encoders, int folds, int repeats, boolean mirror, long seed) {
    /**
     * Height and width at which the probe looks at pictures: on planted noise it ranks wrong labels better than at 140x210,
     * for twice the time of the one pass.
     */
    public static final ImageSize SIZE = new ImageSize(196, 294);

    /** The bundled backbone with mirror images. */
    public static final ProbeChoice STANDARD =
            new ProbeChoice(List.of(Encoder.Backbone.of(BundledBackbone.MODEL).at(SIZE)), 5, 1, true, 42);

    public ProbeChoice {
        encoders = List.copyOf(encoders);
        if (encoders.isEmpty()) {
            throw new IllegalArgumentException("a probe needs at least one encoder");
        }
        if (folds < 2 || folds > 20) {
            throw new ConfigException("--folds must lie in 2..20 for the probe, was " + folds + ". Write 5.");
        }
        if (repeats < 1 || repeats > 20) {
            throw new ConfigException("--repeats must lie in 1..20, was " + repeats + ". Write 1.");
        }
    }

    /** What the encoders are shown of each image. */
    public List<FeatureView> views() {
        return mirror ? List.of(FeatureView.PLAIN, FeatureView.MIRROR) : List.of(FeatureView.PLAIN);
    }

    /** The same by other encoders. */
    public ProbeChoice with(List<Encoder> others) {
        return new ProbeChoice(others, folds, repeats, mirror, seed);
    }

    /**
     * The same with its encoders on a device.
     *
     * @throws ConfigException if it cannot be used
     */
    public ProbeChoice on(Device device) {
        return with(encoders.stream().map(encoder -> encoder.on(device)).toList());
    }

    /** The same with another number of folds. */
    public ProbeChoice withFolds(int count) {
        return new ProbeChoice(encoders, count, repeats, mirror, seed);
    }
}
