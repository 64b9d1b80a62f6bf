/** What lists and pages show of submissions. */
@NullMarked
package io.drydock.workbench.submission;

import org.jspecify.annotations.NullMarked;
