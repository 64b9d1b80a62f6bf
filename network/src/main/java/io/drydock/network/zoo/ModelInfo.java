package io.drydock.network.zoo;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;

/**
 * What is known of a model beside its network.
 *
 * @param name timm's name
 * @param normalization that its ImageNet weights expect
 * @param interpolation with which its training images were resized
 * @param hubRepository on the Hugging Face hub, such as {@code timm/resnet50.a1_in1k}
 * @param defaultSize in pixels that its ImageNet weights were trained at
 * @param bundled whether its weights come with Drydock
 */
public record ModelInfo(
        String name,
        Normalization normalization,
        String interpolation,
        String hubRepository,
        ImageSize defaultSize,
        boolean bundled) {}
