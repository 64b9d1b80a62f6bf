package io.drydock.core.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/** Journals as people might have written them, drawn from a seed. */
final class Journals {
    static final List<ImportedLabel> SHIPS = ships();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Action> ACTIONS =
            List.of(Action.RELABEL, Action.RELABEL, Action.KEEP, Action.DROP, Action.UNSURE, Action.DUPLICATE_OF);

    private final Random random;
    private final String by;
    private final List<JournalEntry> entries = new ArrayList<>();

    private Journals(long seed, String by) {
        this.random = new Random(seed);
        this.by = by;
    }

    /** Thirty images, of which some hold the same content. */
    private static List<ImportedLabel> ships() {
        List<ImportedLabel> ships = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ships.add(ImportedLabel.of(i + ".jpg", "sha" + i % 26, String.valueOf(1 + i % 3)));
        }
        return ships;
    }

    /** A journal of some steps: decisions about one or several images, undos and redos. */
    static List<JournalEntry> drawn(long seed, String by, int steps) {
        Journals journal = new Journals(seed, by);
        journal.entries.add(JournalEntry.imported(1, 1, by, NOON, "train.csv"));
        for (int step = 0; step < steps; step++) {
            journal.step();
        }
        return journal.entries;
    }

    private void step() {
        LabelState now = LabelState.fold(SHIPS, entries);
        int kind = random.nextInt(10);
        if (kind == 0 && now.undoable().isPresent()) {
            reverse(Action.UNDO, now.undoable().getAsLong());
        } else if (kind == 1 && now.redoable().isPresent()) {
            reverse(Action.REDO, now.redoable().getAsLong());
        } else {
            long batch = batch();
            Action action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            for (int i = random.nextInt(4); i >= 0; i--) {
                decide(now, batch, action);
            }
        }
    }

    private void decide(LabelState now, long batch, Action action) {
        ImportedLabel ship = SHIPS.get(random.nextInt(SHIPS.size()));
        Optional<String> old = now.label(ship.image());
        Optional<String> after = switch (action) {
            case RELABEL -> Optional.of(String.valueOf(1 + random.nextInt(3)));
            case KEEP -> old;
            case DUPLICATE_OF ->
                Optional.of(SHIPS.get(random.nextInt(SHIPS.size())).image());
            default -> Optional.empty();
        };
        entries.add(new JournalEntry(
                seq(),
                batch,
                action,
                ship.image(),
                ship.sha256(),
                old,
                after,
                by,
                NOON.plusSeconds(entries.size()),
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty()));
    }

    private void reverse(Action action, long batch) {
        entries.add(JournalEntry.reversal(seq(), batch(), action, batch, by, NOON.plusSeconds(entries.size()), ""));
    }

    private long seq() {
        return entries.size() + 1L;
    }

    private long batch() {
        return entries.get(entries.size() - 1).batch() + 1;
    }
}
