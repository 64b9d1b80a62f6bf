/** Pictures prepared and run through a network in batches, with decoding and forward passes side by side. */
@NullMarked
package io.drydock.infer.batch;

import org.jspecify.annotations.NullMarked;
