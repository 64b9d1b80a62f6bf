/** Which unlabeled rows to label first. */
@NullMarked
package io.drydock.explore.pool;

import org.jspecify.annotations.NullMarked;
