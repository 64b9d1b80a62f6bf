/** Files that appear complete or not at all. */
@NullMarked
package io.drydock.workspace.file;

import org.jspecify.annotations.NullMarked;
