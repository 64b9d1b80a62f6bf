/** Checks of single pictures against their set, over what was measured when the workspace was made. */
@NullMarked
package io.drydock.workbench.check;

import org.jspecify.annotations.NullMarked;
