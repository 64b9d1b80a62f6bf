/** Two-dimensional maps of feature rows, and how far they can be trusted. */
@NullMarked
package io.drydock.explore.projection;

import org.jspecify.annotations.NullMarked;
