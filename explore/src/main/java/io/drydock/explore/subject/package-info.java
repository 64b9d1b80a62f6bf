/** What of a picture its subject takes: learned from pictures of the set that were put together so that it is known. */
@NullMarked
package io.drydock.explore.subject;

import org.jspecify.annotations.NullMarked;
