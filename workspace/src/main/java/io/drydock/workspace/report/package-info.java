/** Reports for people, kept in the workspace. */
@NullMarked
package io.drydock.workspace.report;

import org.jspecify.annotations.NullMarked;
