/** Whether an edit of the labels helped: two versions of them, and models trained on each. */
@NullMarked
package io.drydock.workbench.compare;

import org.jspecify.annotations.NullMarked;
