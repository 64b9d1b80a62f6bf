package io.drydock.workbench.feature;

import io.drydock.infer.cache.FeatureSettings;

/** What a backbone is shown of a picture. */
public enum FeatureView {
    /** The picture as it is. */
    PLAIN {
        @Override
        FeatureSettings of(FeatureSettings plain) {
            return plain;
        }
    },
    /** Its mirror image, left and right exchanged. */
    MIRROR {
        @Override
        FeatureSettings of(FeatureSettings plain) {
            return plain.mirrored();
        }
    };

    abstract FeatureSettings of(FeatureSettings plain);
}
