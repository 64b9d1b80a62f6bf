package io.drydock.core.run;

import java.util.Locale;

/** Whether only the head trains, or the body too. */
public enum Stage {
    FROZEN,
    UNFROZEN;

    /** Lower-case name as {@code --json} writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
