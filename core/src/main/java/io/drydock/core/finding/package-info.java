/** Findings: what a look at an image set says is worth looking at, with the evidence for it. */
@NullMarked
package io.drydock.core.finding;

import org.jspecify.annotations.NullMarked;
