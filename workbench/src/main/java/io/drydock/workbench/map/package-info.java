/** Two-dimensional maps of an image set. */
@NullMarked
package io.drydock.workbench.map;

import org.jspecify.annotations.NullMarked;
