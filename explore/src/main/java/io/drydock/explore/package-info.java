/** What a matrix of features or probabilities tells about a labelled image set. */
@NullMarked
package io.drydock.explore;

import org.jspecify.annotations.NullMarked;
