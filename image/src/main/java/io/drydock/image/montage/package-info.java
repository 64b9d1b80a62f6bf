/** Many pictures on one sheet. */
@NullMarked
package io.drydock.image.montage;

import org.jspecify.annotations.NullMarked;
