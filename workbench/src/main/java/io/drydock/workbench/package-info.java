/** The operations a person does, one class each: a request goes in, a result comes out, nothing is printed. */
@NullMarked
package io.drydock.workbench;

import org.jspecify.annotations.NullMarked;
