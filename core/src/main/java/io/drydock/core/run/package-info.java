/** What happens during a training, as events. */
@NullMarked
package io.drydock.core.run;

import org.jspecify.annotations.NullMarked;
