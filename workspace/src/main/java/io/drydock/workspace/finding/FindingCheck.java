package io.drydock.workspace.finding;

/**
 * A check that yields findings, as it was run.
 *
 * @param name such as {@code label_issues} or {@code pixels}; a second run under the same name replaces the first
 * @param version of the check: raised when its results mean something else
 * @param settings all that its results depend on, in one text that equals only for equal results
 */
public record FindingCheck(String name, int version, String settings) {}
