package io.drydock.image.decode;

/** Upright RGB pixels with the header they were declared by. */
public record DecodedImage(Pixels pixels, ImageHeader header) {}
