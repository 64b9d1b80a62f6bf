/** What can be computed again: kept within a budget, safe to delete. */
@NullMarked
package io.drydock.workspace.cache;

import org.jspecify.annotations.NullMarked;
