/** The label journal: decisions in order, and the labels that follow from them. */
@NullMarked
package io.drydock.core.label;

import org.jspecify.annotations.NullMarked;
