package io.drydock.workbench.json;

import io.drydock.train.finder.LossCurve;
import io.drydock.workbench.FindLearningRate;
import java.util.Arrays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document {@code drydock.lr_find/1}. */
public final class RatesJson {
    private RatesJson() {}

    /** Curve and suggestions. */
    public static ObjectNode of(FindLearningRate.Result result) {
        ObjectNode document = JsonText.document("lr_find");
        ObjectNode rates = document.putObject("suggestions");
        result.byName().forEach((name, rate) -> rates.set(name, JsonText.number(rate)));
        LossCurve curve = result.curve();
        document.set("rates", numbers(curve.rates()));
        document.set("losses", numbers(curve.losses()));
        return document.put("picture", result.picture().toString());
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonText.array();
        Arrays.stream(values).forEach(value -> array.add(JsonText.number(value)));
        return array;
    }
}
