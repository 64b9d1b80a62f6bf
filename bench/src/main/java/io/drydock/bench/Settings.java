package io.drydock.bench;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param models names in the model zoo
 * @param size height and width of the pictures
 * @param batches images a training step, each measured
 * @param duration of one measurement, after its warm-up
 * @param peer a Python with torch, timm, onnx and onnxruntime, to measure in the same run
 * @param script what that Python runs
 * @param pictures folder of pictures for the frozen epochs; drawn ones when it does not exist
 */
record Settings(
        List<String> models,
        ImageSize size,
        List<Integer> batches,
        Duration duration,
        Optional<Path> peer,
        Path script,
        Path pictures) {
    private static final String SHARED = "../shared/";

    /**
     * From {@code --option value} or {@code --option=value}; an empty value is the default.
     *
     * @throws ConfigException if an option is unknown, or its value cannot be read
     */
    static Settings parse(String... arguments) {
        Map<String, String> values = defaults();
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (!values.containsKey(parts[0])) {
                throw new ConfigException(
                        "There is no option " + parts[0] + Suggestion.didYouMean(parts[0], values.keySet()));
            }
            if (parts.length == 1 && i + 1 == arguments.length) {
                throw new ConfigException(parts[0] + " wants a value, as in " + parts[0] + " VALUE");
            }
            String value = parts.length == 2 ? parts[1] : arguments[++i];
            if (!value.isBlank()) {
                values.put(parts[0], value);
            }
        }
        return of(values);
    }

    private static Map<String, String> defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("--models", "tf_efficientnet_lite0,resnet50");
        values.put("--size", "140x210");
        values.put("--batch", "64");
        values.put("--seconds", "15");
        values.put("--peer", "");
        values.put("--script", SHARED + "peer/torch_speed.py");
        values.put("--pictures", SHARED + "ships/images");
        return values;
    }

    private static Settings of(Map<String, String> values) {
        String peer = values.getOrDefault("--peer", "");
        return new Settings(
                Stream.of(values.getOrDefault("--models", "").split(",")).toList(),
                ImageSize.parse(values.getOrDefault("--size", "")),
                Stream.of(values.getOrDefault("--batch", "").split(","))
                        .map(batch -> whole("--batch", batch))
                        .toList(),
                Duration.ofSeconds(whole("--seconds", values.getOrDefault("--seconds", ""))),
                peer.isEmpty() ? Optional.empty() : Optional.of(Path.of(peer)),
                Path.of(values.getOrDefault("--script", "")),
                Path.of(values.getOrDefault("--pictures", "")));
    }

    private static int whole(String option, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the option
        }
        throw new ConfigException(option + " is \"" + value + "\"; give a whole number of 1 or more");
    }
}
