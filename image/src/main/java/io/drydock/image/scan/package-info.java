/** One pass over the files of a set: header, hashes, decode, checks. */
@NullMarked
package io.drydock.image.scan;

import org.jspecify.annotations.NullMarked;
