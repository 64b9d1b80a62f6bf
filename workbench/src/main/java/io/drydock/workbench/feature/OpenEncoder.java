package io.drydock.workbench.feature;

import io.drydock.infer.FeatureExtractor;
import io.drydock.infer.cache.FeatureSettings;

/**
 * An encoder with its weights loaded.
 *
 * @param settings what its features of plain pictures depend on
 */
public record OpenEncoder(FeatureExtractor extractor, FeatureSettings settings) implements AutoCloseable {
    @Override
    public void close() {
        extractor.close();
    }
}
