/** Pixels to normalized float batches in the memory layout that networks read. */
@NullMarked
package io.drydock.image.tensor;

import org.jspecify.annotations.NullMarked;
