package io.drydock.workbench.run;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.resize.ResizeMode;
import java.util.Optional;

/**
 * What must be known of a run to use it: written into its run.json, beside the configuration.
 *
 * @param run folder name
 * @param model timm's name of the backbone
 * @param head {@code concat_pool} or {@code linear}
 * @param size of the pictures that it predicts
 * @param resize how pictures come to that size
 * @param split number of the split it was trained on
 * @param fold fold that was held out
 * @param allData whether it was trained on train and valid, so that no validation score exists
 * @param from name of the run whose weights it started from
 * @param journalPosition position of the label journal that it was trained at
 * @param dataSha256 hash of images, contents and labels
 * @param weightsSha256 hash of the weights it started from
 */
public record RunCard(
        String run,
        String model,
        String head,
        ClassList classes,
        ImageSize size,
        ResizeMode resize,
        Normalization normalization,
        int split,
        Optional<Integer> fold,
        boolean allData,
        Optional<String> from,
        long journalPosition,
        String dataSha256,
        String weightsSha256) {}
