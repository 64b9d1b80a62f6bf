/** Threads that share the pictures of a set. */
@NullMarked
package io.drydock.image.worker;

import org.jspecify.annotations.NullMarked;
