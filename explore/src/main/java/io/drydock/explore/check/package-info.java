/** Pictures that look unlike the rest of their set: thresholds that adapt to it, over measures of the pixels. */
@NullMarked
package io.drydock.explore.check;

import org.jspecify.annotations.NullMarked;
