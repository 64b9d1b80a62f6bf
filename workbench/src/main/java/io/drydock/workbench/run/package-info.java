/** What lists and pages show of runs. */
@NullMarked
package io.drydock.workbench.run;

import org.jspecify.annotations.NullMarked;
