/** Which weights of a network train, in which parameter groups, at which share of the rate. */
@NullMarked
package io.drydock.train.plan;

import org.jspecify.annotations.NullMarked;
