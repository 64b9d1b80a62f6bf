/** Scores with their uncertainty: confusion matrix, F1, log loss, calibration, bootstrap intervals, top losses. */
@NullMarked
package io.drydock.core.metric;

import org.jspecify.annotations.NullMarked;
