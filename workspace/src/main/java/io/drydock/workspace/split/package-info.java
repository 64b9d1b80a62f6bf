/** Numbered, immutable splits. */
@NullMarked
package io.drydock.workspace.split;

import org.jspecify.annotations.NullMarked;
