/** The append-only journal of label decisions. */
@NullMarked
package io.drydock.workspace.label;

import org.jspecify.annotations.NullMarked;
