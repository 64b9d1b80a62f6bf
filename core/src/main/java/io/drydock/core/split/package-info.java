/** Parts and folds: how a data set is divided, once, reproducibly and without leaks. */
@NullMarked
package io.drydock.core.split;

import org.jspecify.annotations.NullMarked;
