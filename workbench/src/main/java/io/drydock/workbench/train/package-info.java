/** What a training needs from the workspace, and what it leaves there. */
@NullMarked
package io.drydock.workbench.train;

import org.jspecify.annotations.NullMarked;
