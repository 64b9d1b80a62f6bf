/** Images, classes and labels, and the rules by which CSV rows become them. */
@NullMarked
package io.drydock.core.data;

import org.jspecify.annotations.NullMarked;
