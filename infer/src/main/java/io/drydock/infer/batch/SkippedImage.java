package io.drydock.infer.batch;

/**
 * A picture that a job over many pictures left out.
 *
 * @param index its position in the job
 * @param message why, in words for the user
 */
public record SkippedImage(int index, String message) {}
