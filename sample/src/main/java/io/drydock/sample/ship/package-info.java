/** Five kinds of ships, drawn from the side in units of a hundredth of their length. */
@NullMarked
package io.drydock.sample.ship;

import org.jspecify.annotations.NullMarked;
