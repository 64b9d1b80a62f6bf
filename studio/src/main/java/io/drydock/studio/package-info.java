/** The local web page on which a person judges an image set: a server over workbench operations. */
@NullMarked
package io.drydock.studio;

import org.jspecify.annotations.NullMarked;
