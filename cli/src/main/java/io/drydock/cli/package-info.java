/** The drydock command: each verb parses its options, calls one operation of the workbench, and prints. */
@NullMarked
package io.drydock.cli;

import org.jspecify.annotations.NullMarked;
