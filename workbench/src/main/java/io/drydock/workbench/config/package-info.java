/** Training configurations as strict YAML and JSON, merged over a recipe. */
@NullMarked
package io.drydock.workbench.config;

import org.jspecify.annotations.NullMarked;
