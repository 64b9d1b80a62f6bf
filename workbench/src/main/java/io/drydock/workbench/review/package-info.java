/** What a person looks at while judging: all images with what is known of them, and the queue of findings. */
@NullMarked
package io.drydock.workbench.review;

import org.jspecify.annotations.NullMarked;
