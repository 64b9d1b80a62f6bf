/** Which devices the tensor library can use on this machine, found out without loading it where that can be told. */
@NullMarked
package io.drydock.train.device;

import org.jspecify.annotations.NullMarked;
