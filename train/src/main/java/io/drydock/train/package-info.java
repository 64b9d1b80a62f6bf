/** Gradients on libtorch: how a network is trained on labelled images. */
@NullMarked
package io.drydock.train;

import org.jspecify.annotations.NullMarked;
