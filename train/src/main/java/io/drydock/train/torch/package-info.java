/** Networks executed by libtorch: named tensors in one flat store, forward passes, gradients. */
@NullMarked
package io.drydock.train.torch;

import org.jspecify.annotations.NullMarked;
