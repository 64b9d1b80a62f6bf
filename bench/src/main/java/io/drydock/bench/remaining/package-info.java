/** How well the interval of remaining wrong labels holds, on simulated sets. */
@NullMarked
package io.drydock.bench.remaining;

import org.jspecify.annotations.NullMarked;
