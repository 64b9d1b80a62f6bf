/** Class probabilities, and how those of several runs become one answer. */
@NullMarked
package io.drydock.core.predict;

import org.jspecify.annotations.NullMarked;
