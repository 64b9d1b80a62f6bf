/** Images without a label, in the order in which they are worth labeling. */
@NullMarked
package io.drydock.workbench.pool;

import org.jspecify.annotations.NullMarked;
