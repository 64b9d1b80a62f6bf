/** Whether two sets of feature rows come from one distribution, and which rows of one look like the other. */
@NullMarked
package io.drydock.explore.shift;

import org.jspecify.annotations.NullMarked;
