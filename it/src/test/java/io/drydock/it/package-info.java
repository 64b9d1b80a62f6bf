/** Black-box tests of the packaged program, and tests that hold the walls of the house. */
@NullMarked
package io.drydock.it;

import org.jspecify.annotations.NullMarked;
