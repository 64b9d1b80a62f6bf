/** The ledger of written submissions and the scores they got. */
@NullMarked
package io.drydock.workspace.submission;

import org.jspecify.annotations.NullMarked;
