/** A labelled set of drawn ship pictures with known faults, made from a seed. */
@NullMarked
package io.drydock.sample;

import org.jspecify.annotations.NullMarked;
