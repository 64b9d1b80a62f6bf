package io.drydock.workspace.source;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What knows the classes of a workspace, so that one cannot be taken away.
 *
 * @param runs those in the trash among them; a run knows classes by their place
 * @param splits number of splits
 * @param imported codes that imported labels have now
 * @param decided codes that a decision gave, undone ones among them
 */
public record ClassUse(int runs, int splits, Set<String> imported, Set<String> decided) {
    public ClassUse {
        imported = Set.copyOf(imported);
        decided = Set.copyOf(decided);
    }

    static ClassUse read(Handle handle, Set<String> imported) {
        return new ClassUse(
                handle.createQuery("SELECT count(*) FROM run")
                        .mapTo(Integer.class)
                        .one(),
                handle.createQuery("SELECT count(*) FROM split")
                        .mapTo(Integer.class)
                        .one(),
                imported,
                Set.copyOf(handle.createQuery(
                                "SELECT DISTINCT new FROM journal WHERE action = 'relabel' AND new IS NOT NULL"
                                        + " UNION SELECT DISTINCT old FROM journal WHERE action = 'relabel' AND old IS NOT NULL")
                        .mapTo(String.class)
                        .list()));
    }

    /** Whether classes may be taken away and change places. */
    public boolean isFree() {
        return runs == 0 && splits == 0;
    }

    /** Whether this class may be taken away. */
    public boolean isFree(String code) {
        return isFree() && !decided.contains(code);
    }

    /** Why a class must stay, to follow "because". */
    public String described(String code) {
        if (isFree()) {
            return "a decision of the label journal names class " + code;
        }
        String runText = runs == 0 ? "" : runs == 1 ? "1 run" : runs + " runs";
        String splitText = splits == 0 ? "" : splits == 1 ? "1 split" : splits + " splits";
        return (runText.isEmpty() || splitText.isEmpty() ? runText + splitText : runText + " and " + splitText)
                + (runs + splits == 1 ? " knows it" : " know it");
    }
}
