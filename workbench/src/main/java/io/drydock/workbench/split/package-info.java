/** Drawing or importing a split. */
@NullMarked
package io.drydock.workbench.split;

import org.jspecify.annotations.NullMarked;
