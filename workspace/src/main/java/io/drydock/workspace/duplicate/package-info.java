/** Images with the same content, and what that does to labels and scores. */
@NullMarked
package io.drydock.workspace.duplicate;

import org.jspecify.annotations.NullMarked;
