/** Every setting of a training, checked, and the named recipes that fill them in. */
@NullMarked
package io.drydock.train.config;

import org.jspecify.annotations.NullMarked;
