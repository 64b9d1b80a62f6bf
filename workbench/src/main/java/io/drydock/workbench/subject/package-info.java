/** Pictures that show several subjects. */
@NullMarked
package io.drydock.workbench.subject;

import org.jspecify.annotations.NullMarked;
