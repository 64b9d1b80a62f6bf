/** The page itself: its modules, the libraries they import, and the document that begins with them. */
@NullMarked
package io.drydock.studio.page;

import org.jspecify.annotations.NullMarked;
