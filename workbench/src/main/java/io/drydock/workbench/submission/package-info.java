/** The submissions that were written, and the scores they got. */
@NullMarked
package io.drydock.workbench.submission;

import org.jspecify.annotations.NullMarked;
