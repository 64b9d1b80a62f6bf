/** What the page asks for and sends, as JSON over workbench operations. */
@NullMarked
package io.drydock.studio.api;

import org.jspecify.annotations.NullMarked;
