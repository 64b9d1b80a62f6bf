/** Pictures of any size to one size, by a named choice of how. */
@NullMarked
package io.drydock.image.resize;

import org.jspecify.annotations.NullMarked;
