/** What a new workspace needs to know: the images that lists name, and what their files hold. */
@NullMarked
package io.drydock.workbench.init;

import org.jspecify.annotations.NullMarked;
