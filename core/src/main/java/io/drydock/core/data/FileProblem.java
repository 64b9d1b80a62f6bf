package io.drydock.core.data;

/**
 * What is wrong with one image file.
 *
 * @param message one sentence that names the image
 */
public record FileProblem(Reason reason, String message) {}
