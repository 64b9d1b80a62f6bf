/** Resized pixels of a whole set in one memory-mapped cache file. */
@NullMarked
package io.drydock.image.store;

import org.jspecify.annotations.NullMarked;
