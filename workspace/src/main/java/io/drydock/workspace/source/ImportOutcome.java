package io.drydock.workspace.source;

/**
 * What an import changed.
 *
 * @param first whether the workspace was empty before
 * @param added labelled images that are new
 * @param relabeled images whose imported label is another one
 * @param rewritten images whose file has other content under the same label
 * @param removed images that are no longer listed with a label
 * @param pooled images that are new in the pool
 * @param otherChanges whether anything beside the labels changed: image folder, class names, test list, source files
 * @param journalPosition last journal entry afterwards
 */
public record ImportOutcome(
        boolean first,
        int added,
        int relabeled,
        int rewritten,
        int removed,
        int pooled,
        boolean otherChanges,
        long journalPosition) {

    /** Whether the workspace held all of it before. */
    public boolean unchanged() {
        return !labelsChanged() && !otherChanges;
    }

    /** Whether the journal got an entry. */
    public boolean labelsChanged() {
        return first || added + relabeled + rewritten + removed > 0;
    }
}
