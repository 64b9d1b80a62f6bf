package io.drydock.network.source;

import io.drydock.core.data.Normalization;
import io.drydock.core.error.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a timm repository's {@code config.json} says of the images that its weights expect. */
record HubConfig(Normalization normalization, String interpolation) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads the file.
     *
     * @throws WeightsException if it is not JSON or lacks mean and std
     */
    static HubConfig read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            JsonNode pretrained = root.path("pretrained_cfg").isObject() ? root.path("pretrained_cfg") : root;
            return new HubConfig(
                    new Normalization(numbers(pretrained.path("mean")), numbers(pretrained.path("std"))),
                    pretrained.path("interpolation").asString("bicubic"));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new WeightsException(
                    file + " does not say mean and std of the weights' images: " + e.getMessage(), e);
        }
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }
}
