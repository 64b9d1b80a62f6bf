/** Learning rate and momentum as functions of the share of steps taken. */
@NullMarked
package io.drydock.train.schedule;

import org.jspecify.annotations.NullMarked;
