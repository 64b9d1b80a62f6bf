/** Who may talk to the studio: this machine's browser that was given the address, and no page from elsewhere. */
@NullMarked
package io.drydock.studio.security;

import org.jspecify.annotations.NullMarked;
