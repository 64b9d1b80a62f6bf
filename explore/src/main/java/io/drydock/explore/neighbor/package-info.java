/** Nearest neighbors among feature rows, exact. */
@NullMarked
package io.drydock.explore.neighbor;

import org.jspecify.annotations.NullMarked;
