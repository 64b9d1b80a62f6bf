/** What a look at a whole image set tells: classes, sizes, modes, duplicates, and how labelled and test images differ. */
@NullMarked
package io.drydock.workbench.inspect;

import org.jspecify.annotations.NullMarked;
