package io.drydock.core.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the decisions of a patch come to for the images of one content, by the label they had before. For one thread at a time. */
final class PatchedContent {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final String sha256;

    /**
     * @param paths images of the content
     * @param before the labels before all decisions of the patch
     */
    PatchedContent(String sha256, List<String> paths, LabelState before) {
        this.sha256 = sha256;
        paths.forEach(path -> group(before.label(path)).add(path));
    }

    /** A row of the patch, and the journal entry that it comes from. */
    record Row(long seq, PatchRow row) {}

    /** Images that had one label. */
    private static final class Group {
        private final Optional<String> before;
        private final List<String> paths = new ArrayList<>(1);
        private Optional<String> now;
        private @Nullable JournalEntry label;
        private @Nullable JournalEntry look;

        Group(Optional<String> before) {
            this.before = before;
            this.now = before;
        }

        void add(String path) {
            paths.add(path);
        }

        void take(JournalEntry entry, Optional<String> code) {
            boolean own = paths.contains(entry.image());
            boolean changes = code.isPresent() && !code.equals(now);
            if (entry.action() == Action.RELABEL ? own || changes : changes) {
                label = entry;
                look = null;
                now = code;
            }
            if (entry.action() != Action.RELABEL && (own || !changes)) {
                look = entry;
            }
        }
    }

    private Group group(Optional<String> label) {
        return groups.computeIfAbsent(label.orElse(""), key -> new Group(label));
    }

    /** Takes a relabel, keep or unsure, in the order of the journal. */
    void take(JournalEntry entry) {
        Group own = groups.values().stream()
                .filter(group -> group.paths.contains(entry.image()))
                .findFirst()
                .orElseGet(() -> group(entry.oldLabel()));
        if (!own.paths.contains(entry.image())) {
            own.add(entry.image());
        }
        Optional<String> code = entry.action() == Action.UNSURE
                ? Optional.empty()
                : entry.newLabel().or(entry::oldLabel).or(() -> own.now);
        Optional<String> from = own.now;
        for (Group group : groups.values()) {
            boolean all = entry.version() == JournalEntry.ANY_LABEL;
            if (all || group == own || group.now.equals(from)) {
                group.take(entry, code);
            }
        }
    }

    /** What it comes to: of each label before, the last class given and the last look. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Set<Long> looks = new HashSet<>();
        for (Group group : groups.values()) {
            JournalEntry label = group.label;
            JournalEntry look = group.look;
            if (label != null) {
                String image = group.paths.contains(label.image()) ? label.image() : group.paths.get(0);
                rows.add(new Row(
                        label.seq(),
                        new PatchRow(
                                image,
                                sha256,
                                Action.RELABEL,
                                group.before.or(label::oldLabel),
                                group.now,
                                new Signature(label.by(), label.at(), label.why()),
                                label.score())));
            }
            if (look != null && looks.add(look.seq())) {
                rows.add(new Row(look.seq(), PatchRow.of(look, look.oldLabel())));
            }
        }
        return rows;
    }
}
