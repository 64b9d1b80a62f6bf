/** Predictions of pictures, from the workspace or from anywhere. */
@NullMarked
package io.drydock.workbench.predict;

import org.jspecify.annotations.NullMarked;
