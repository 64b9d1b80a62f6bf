/** Spurious cues: what a classifier could learn from the files instead of from what they show. */
@NullMarked
package io.drydock.explore.cue;

import org.jspecify.annotations.NullMarked;
