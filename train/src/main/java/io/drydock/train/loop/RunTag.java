package io.drydock.train.loop;

/**
 * How events name the run.
 *
 * @param run folder name
 * @param split number of its split
 */
public record RunTag(String run, int split) {}
