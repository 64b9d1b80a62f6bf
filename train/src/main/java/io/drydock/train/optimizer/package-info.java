/** Which tensors train at which rate, and the gradient step over them. */
@NullMarked
package io.drydock.train.optimizer;

import org.jspecify.annotations.NullMarked;
