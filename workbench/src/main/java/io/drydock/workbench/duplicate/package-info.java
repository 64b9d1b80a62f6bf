/** Exact and near copies in a workspace, and what they do to its split. */
@NullMarked
package io.drydock.workbench.duplicate;

import org.jspecify.annotations.NullMarked;
