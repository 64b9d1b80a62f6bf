/** What keeps images in one part of a split. */
@NullMarked
package io.drydock.workbench.split;

import org.jspecify.annotations.NullMarked;
