/** Label issues from out-of-sample probabilities: confident joint, filters, scores (Northcutt et al., JAIR 2021). */
@NullMarked
package io.drydock.explore.label;

import org.jspecify.annotations.NullMarked;
