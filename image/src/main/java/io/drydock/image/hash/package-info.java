/** Content hashes of files and of decoded pixels. */
@NullMarked
package io.drydock.image.hash;

import org.jspecify.annotations.NullMarked;
