/** Running averages of the weights. */
@NullMarked
package io.drydock.train.ema;

import org.jspecify.annotations.NullMarked;
