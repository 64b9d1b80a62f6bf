/** Tests that compare two samples. */
@NullMarked
package io.drydock.core.statistic;

import org.jspecify.annotations.NullMarked;
