package io.drydock.workbench.compare;

import io.drydock.core.error.ConfigException;
import io.drydock.core.label.LabelState;
import io.drydock.workbench.run.RunCard;
import io.drydock.workbench.run.RunDocument;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.run.RunFolder;

/**
 * The labels as of one position of the journal.
 *
 * @param text how it was asked for
 * @param position number of the last journal entry that counts
 */
public record LabelVersion(String text, long position) {
    private static final String RUN = "run:";
    private static final long IMPORT = 1;

    /**
     * Reads {@code import} (as first imported), {@code now}, the number of a journal entry, or {@code run:RUN} or a run's
     * folder name (the labels that it was trained on).
     *
     * @throws ConfigException if the text is none of these, or the journal is not that long
     */
    public static LabelVersion of(Workspace workspace, String text) {
        String asked = text.strip();
        long last = workspace.journal().position();
        if (asked.equals("import")) {
            return new LabelVersion("import", IMPORT);
        }
        if (asked.equals("now")) {
            return new LabelVersion("now", last);
        }
        if (asked.matches("\\d{1,18}")) {
            long position = Long.parseLong(asked);
            if (position < 1 || position > last) {
                throw new ConfigException("The label journal has entries 1 to " + last + ", and " + asked
                        + " was asked for. See them by drydock labels log; run:" + asked + " means a run.");
            }
            return new LabelVersion("entry " + asked, position);
        }
        if (asked.startsWith(RUN) || asked.matches("\\d+-.+") || asked.equals("latest")) {
            RunFolder run = workspace.runs().resolve(asked.startsWith(RUN) ? asked.substring(RUN.length()) : asked);
            return of(RunDocument.card(run));
        }
        throw new ConfigException(
                "\"" + text + "\" is no version of the labels. Write import, now, the number of a journal"
                        + " entry (drydock labels log), or run:RUN for the labels that a run was trained on.");
    }

    /** The labels that a run was trained on. */
    public static LabelVersion of(RunCard card) {
        return new LabelVersion("run " + card.run(), card.journalPosition());
    }

    /** The labels themselves. */
    public LabelState state(Workspace workspace) {
        return workspace.journal().state(position);
    }
}
