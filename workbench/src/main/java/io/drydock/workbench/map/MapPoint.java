package io.drydock.workbench.map;

import io.drydock.workbench.audit.AuditedImage;
import java.util.OptionalInt;

/**
 * Where an image lies on a map.
 *
 * @param predicted class index that models which did not train on it give it; empty where there is no prediction
 */
public record MapPoint(AuditedImage image, double x, double y, OptionalInt predicted) {}
