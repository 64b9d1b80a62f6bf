/** Threads that work behind what a person waits for. */
@NullMarked
package io.drydock.core.thread;

import org.jspecify.annotations.NullMarked;
