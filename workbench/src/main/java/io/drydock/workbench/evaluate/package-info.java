/** What an evaluation of runs tells: scores, confusions and the hardest images. */
@NullMarked
package io.drydock.workbench.evaluate;

import org.jspecify.annotations.NullMarked;
