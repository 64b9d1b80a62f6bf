/** How images to be predicted differ from labelled ones. */
@NullMarked
package io.drydock.workbench.shift;

import org.jspecify.annotations.NullMarked;
