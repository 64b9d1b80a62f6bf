/** Named, indexed random streams, so that results never depend on thread timing. */
@NullMarked
package io.drydock.core.random;

import org.jspecify.annotations.NullMarked;
