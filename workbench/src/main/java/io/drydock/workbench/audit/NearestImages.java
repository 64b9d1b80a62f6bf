package io.drydock.workbench.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images most like each image, as evidence. Safe for use by many threads. */
final class NearestImages {
    private static final int SHOWN = 6;

    private final ImageSet set;
    private final Embedding embedding;
    private final Map<String, Integer> rows = new HashMap<>();

    NearestImages(ImageSet set, Embedding embedding) {
        this.set = set;
        this.embedding = embedding;
        for (int i = 0; i < embedding.size(); i++) {
            rows.put(embedding.images().get(i).image(), i);
        }
    }

    /** The six most alike: image, label, part, similarity; empty where the image has no features. */
    List<Map<String, Object>> of(String image) {
        Integer row = rows.get(image);
        List<Map<String, Object>> nearest = new ArrayList<>();
        if (row == null) {
            return nearest;
        }
        int[] indices = embedding.neighbors().indices()[row];
        for (int k = 0; k < Math.min(SHOWN, indices.length); k++) {
            AuditedImage other = embedding.images().get(indices[k]);
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("image", other.image());
            if (other.label().isPresent()) {
                shown.put("label", set.classes().get(other.label().getAsInt()).code());
            }
            shown.put("part", other.place());
            shown.put("similarity", rounded(embedding.neighbors().similarities()[row][k]));
            nearest.add(shown);
        }
        return nearest;
    }

    private static double rounded(float value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
