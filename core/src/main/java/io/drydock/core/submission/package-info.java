/** The answer file, checked against the sample that the competition gives. */
@NullMarked
package io.drydock.core.submission;

import org.jspecify.annotations.NullMarked;
