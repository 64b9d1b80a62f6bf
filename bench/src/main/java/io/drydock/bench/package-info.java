/** Speed of the same work here and in the Python peers, one table from one run on one machine. */
@NullMarked
package io.drydock.bench;

import org.jspecify.annotations.NullMarked;
