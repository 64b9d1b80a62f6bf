/** Pictures put together from others, so that what is in them is known: two subjects in one picture, or one. */
@NullMarked
package io.drydock.image.compose;

import org.jspecify.annotations.NullMarked;
