/** Finding a learning rate by raising it over a few steps and watching the loss (Smith, arXiv:1506.01186). */
@NullMarked
package io.drydock.train.finder;

import org.jspecify.annotations.NullMarked;
