/** Label issues of a workspace: where probabilities come from, and what they say about its labels. */
@NullMarked
package io.drydock.workbench.issue;

import org.jspecify.annotations.NullMarked;
