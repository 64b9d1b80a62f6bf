/** Hashes of files, of decoded pixels, and of what pictures look like. */
@NullMarked
package io.drydock.image.hash;

import org.jspecify.annotations.NullMarked;
