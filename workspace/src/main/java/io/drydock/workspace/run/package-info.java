/** Run folders: one training with all it produced. */
@NullMarked
package io.drydock.workspace.run;

import org.jspecify.annotations.NullMarked;
