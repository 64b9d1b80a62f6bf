/** A linear probe: out-of-fold class probabilities from cached features in seconds. */
@NullMarked
package io.drydock.explore.probe;

import org.jspecify.annotations.NullMarked;
