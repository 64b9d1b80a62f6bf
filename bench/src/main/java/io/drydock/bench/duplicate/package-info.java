/** How many injected copies the search for near-duplicates finds, and what else it reports. */
@NullMarked
package io.drydock.bench.duplicate;

import org.jspecify.annotations.NullMarked;
