/** The devices that a network may be computed on, by the names that options use. */
@NullMarked
package io.drydock.core.device;

import org.jspecify.annotations.NullMarked;
