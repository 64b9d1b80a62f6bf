/** Cross entropy on soft targets, and how labels become targets. */
@NullMarked
package io.drydock.train.loss;

import org.jspecify.annotations.NullMarked;
