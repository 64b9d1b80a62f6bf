/** Named tensors: reading, writing and checking weight files, and where weights come from. */
@NullMarked
package io.drydock.network.weights;

import org.jspecify.annotations.NullMarked;
