/** The training loop: batches prepared ahead, steps, epochs, validation, checkpoints. */
@NullMarked
package io.drydock.train.loop;

import org.jspecify.annotations.NullMarked;
