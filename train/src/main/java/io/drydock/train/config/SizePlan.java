package io.drydock.train.config;

import io.drydock.core.data.ImageSize;
import java.util.ArrayList;
import java.util.List;

/** Progressive resizing: image sizes in the order they are trained at, each with its share of the unfrozen epochs. */
public record SizePlan(List<SizeStage> stages) {
    /**
     * Epochs at one size.
     *
     * @param epochs number of unfrozen epochs, or 0 for all of them (legal when it is the only stage)
     */
    public record SizeStage(ImageSize size, int epochs) {}

    public SizePlan {
        stages = List.copyOf(stages);
        Check.require(!stages.isEmpty(), "input.sizes is empty. Write a size such as 140x210.");
        for (SizeStage stage : stages) {
            Check.require(
                    stages.size() == 1 || stage.epochs() > 0,
                    "input.sizes: %s needs its number of epochs, as in 140x210:8,192x288:6.",
                    stage.size());
            Check.require(
                    stage.size().height() >= 32 && stage.size().width() >= 32,
                    "input.sizes: %s is too small. Both sides must be at least 32 pixels.",
                    stage.size());
        }
    }

    /** Reads {@code 140x210} or {@code 140x210:8,192x288:6}. */
    public static SizePlan parse(String text) {
        List<SizeStage> stages = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split(":", -1);
            Check.require(
                    words.length <= 2 && (words.length == 1 || words[1].matches("[1-9]\\d{0,4}")),
                    "\"%s\" is not a size with epochs. Write 140x210 or 140x210:8,192x288:6.",
                    part.strip());
            stages.add(new SizeStage(ImageSize.parse(words[0]), words.length == 2 ? Integer.parseInt(words[1]) : 0));
        }
        return new SizePlan(stages);
    }

    /** Sum of the epochs, or 0 when one size holds for all of them. */
    public int epochs() {
        return stages.stream().mapToInt(SizeStage::epochs).sum();
    }

    /** Size of unfrozen epoch {@code epoch}, counted from 0; past the end, the last one. */
    public ImageSize at(int epoch) {
        int left = epoch;
        for (SizeStage stage : stages) {
            if (stage.epochs() == 0 || left < stage.epochs()) {
                return stage.size();
            }
            left -= stage.epochs();
        }
        return stages.get(stages.size() - 1).size();
    }
}
