/** Listing, showing and removing runs. */
@NullMarked
package io.drydock.workbench.run;

import org.jspecify.annotations.NullMarked;
