/** What a workspace was made with. */
@NullMarked
package io.drydock.workspace.setting;

import org.jspecify.annotations.NullMarked;
