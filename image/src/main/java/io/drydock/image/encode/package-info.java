/** Pixels to JPEG and PNG bytes. */
@NullMarked
package io.drydock.image.encode;

import org.jspecify.annotations.NullMarked;
