/** Rows of features that are unlike all others. */
@NullMarked
package io.drydock.explore.outlier;

import org.jspecify.annotations.NullMarked;
