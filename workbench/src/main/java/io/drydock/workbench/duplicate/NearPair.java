package io.drydock.workbench.duplicate;

import io.drydock.core.finding.Copy;
import io.drydock.explore.duplicate.Match;

/**
 * Two images that show the same; each stands for its exact copies too.
 *
 * @param match how the first agrees with the second once it is laid over it
 */
public record NearPair(Copy first, Copy second, Match match) {}
