/** Decisions about labels: what they touch, what they do to the set, and how they travel between people. */
@NullMarked
package io.drydock.workbench.label;

import org.jspecify.annotations.NullMarked;
