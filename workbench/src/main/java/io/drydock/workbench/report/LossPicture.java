package io.drydock.workbench.report;

import io.drydock.core.metric.TopLosses.TopLoss;
import java.util.Optional;

/**
 * One of the hardest images with what there is to see of it.
 *
 * @param heatMap the same picture with Grad-CAM of the predicted class laid over it, where the model has a feature map and
 *     some place in it speaks for that class
 * @param withoutHeat whether the model has a feature map, and no place in it speaks for that class
 */
public record LossPicture(TopLoss loss, Picture image, Optional<Picture> heatMap, boolean withoutHeat) {}
