/** Linear algebra over feature matrices: principal components, logistic regression. */
@NullMarked
package io.drydock.explore.linear;

import org.jspecify.annotations.NullMarked;
