package io.drydock.workbench.issue;

import io.drydock.core.data.Dataset;
import java.util.List;

/**
 * Images ready for the linear probe.
 *
 * @param data those that could be read
 * @param inputs one matrix an encoder, a row an image
 * @param divisions fold of each image, once a repeat
 */
public record ProbeImages(Dataset data, List<float[][]> inputs, List<int[]> divisions) {
    public ProbeImages {
        inputs = List.copyOf(inputs);
        divisions = List.copyOf(divisions);
    }
}
