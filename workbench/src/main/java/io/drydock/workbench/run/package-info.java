/** Trained runs: what lists and pages show of them, what each folder says of itself, and its graph ready to predict. */
@NullMarked
package io.drydock.workbench.run;

import org.jspecify.annotations.NullMarked;
