/** How many pictures a second a forward pass takes, bare and with the preparation of pictures. */
@NullMarked
package io.drydock.infer.speed;

import org.jspecify.annotations.NullMarked;
