/** Sky, weather, sea and light around a ship. */
@NullMarked
package io.drydock.sample.scene;

import org.jspecify.annotations.NullMarked;
