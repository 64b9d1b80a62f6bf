package io.drydock.cli;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.Action;
import io.drydock.core.label.ClassEffect;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.text.TextTable;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.label.BulkEffect;
import io.drydock.workbench.label.DisagreeingCopies;
import io.drydock.workbench.report.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Decisions as a terminal shows them. Safe for use by many threads. */
final class LabelsText {
    private static final int SHOWN = 10;

    private LabelsText() {}

    /** What a decision does to the set, a line each. */
    static void effect(BulkEffect effect, PrintWriter out) {
        List<String> sentences = effect.sentences();
        out.println(sentences.isEmpty() ? "No label changes." : "Of " + images(effect.images()) + " named, this");
        sentences.forEach(sentence -> out.println("  " + sentence));
        effect.alternative().ifPresent(alternative -> out.println(alternative));
    }

    /** What a decision would do, and that it was not done. */
    static void preview(DecideLabels.Outcome outcome, ClassList classes, PrintWriter out) {
        if (outcome.asksForLabel()) {
            out.println(question(outcome.disagreeing(), classes));
            return;
        }
        outcome.disagreeing()
                .forEach(copies -> out.println(copies.described(classes) + "; this holds for all of them."));
        effect(outcome.effect(), out);
        out.println("Nothing was changed.");
    }

    /** Which copies disagree, and how one answer settles all of them. */
    static String question(List<DisagreeingCopies> disagreeing, ClassList classes) {
        StringBuilder text = new StringBuilder();
        disagreeing.stream()
                .limit(SHOWN)
                .forEach(copies -> text.append(copies.described(classes)).append(".\n"));
        if (disagreeing.size() > SHOWN) {
            text.append("So have the copies of ")
                    .append(Numbers.of(disagreeing.size() - SHOWN, "other image", "other images"))
                    .append(".\n");
        }
        String first = disagreeing.get(0).image();
        return text
                + "Nothing was changed. Say which class the picture shows; it then holds for all copies: drydock labels"
                + " relabel " + first + " --to CLASS";
    }

    /** Why a bulk decision was not taken, and what to do. */
    static String refusal(BulkEffect effect) {
        StringBuilder text = new StringBuilder(
                "This would touch more than " + Math.round(BulkEffect.LIMIT * 100) + " % of a class:");
        effect.sentences().forEach(sentence -> text.append("\n  ").append(sentence));
        effect.alternative().ifPresent(alternative -> text.append('\n').append(alternative));
        return text + "\nNothing was changed. Say --yes if it is meant.";
    }

    /** What a decision came to; classes by their names. */
    static void outcome(
            DecideLabels.Request request, DecideLabels.Outcome outcome, ClassList classes, PrintWriter out) {
        if (outcome.entries().isEmpty()) {
            out.println("Nothing new: " + (request.images().size() == 1 ? "it is" : "they all are") + " so already.");
            return;
        }
        outcome.disagreeing()
                .forEach(copies -> out.println(copies.described(classes) + "; this holds for all of them."));
        JournalEntry first = outcome.entries().get(0);
        boolean one = request.images().size() == 1 || outcome.entries().size() == 1;
        String subject = one ? first.image() : images(outcome.entries().size());
        out.println(done(one ? first.action() : request.action(), subject, first, classes) + "  (step " + first.batch()
                + ")");
        outcome.disagreeing().forEach(copies -> settled(request.action(), copies, classes, out));
        int same = request.images().size() - outcome.entries().size();
        if (same > 0) {
            out.println("  " + Numbers.of(same, "other was", "others were") + " so already");
        }
        if (request.images().size() > 1 && outcome.entries().size() > 1) {
            outcome.effect().sentences().forEach(sentence -> out.println("  " + sentence));
        }
        List<String> others = new ArrayList<>(outcome.alsoHolds());
        outcome.disagreeing().forEach(copies -> copies.copies().forEach(copy -> others.remove(copy.image())));
        if (!others.isEmpty()) {
            out.println("  holds too for " + listed(others) + ", with the same content");
        }
        outcome.effect().alternative().ifPresent(alternative -> out.println("  " + alternative));
    }

    private static void settled(Action action, DisagreeingCopies copies, ClassList classes, PrintWriter out) {
        for (DisagreeingCopies.Copy copy : copies.copies()) {
            String what = action == Action.UNSURE
                    ? "put off, stays " + classes.shown(copy.after())
                    : copy.before().equals(copy.after())
                            ? "stays " + classes.shown(copy.after())
                            : "now " + classes.shown(copy.after()) + ", was " + classes.shown(copy.before());
            out.println("  " + copy.image() + ": " + what);
        }
    }

    private static String done(Action action, String subject, JournalEntry entry, ClassList classes) {
        return switch (action) {
            case RELABEL ->
                "Relabeled " + subject + " to "
                        + entry.newLabel().map(classes::shown).orElse("")
                        + (subject.equals(entry.image())
                                ? entry.oldLabel()
                                        .map(old -> ", was " + classes.shown(old))
                                        .orElse("")
                                : "");
            case DROP -> "Dropped " + subject;
            case KEEP -> "Kept " + subject;
            case UNSURE -> "Put off " + subject;
            case DUPLICATE_OF ->
                "Left out " + subject + ", as " + entry.newLabel().orElse("") + " shows the same";
            default -> action.key() + " " + subject;
        };
    }

    static void reversal(String verb, DecideLabels.Reversal reversal, PrintWriter out) {
        for (JournalEntry entry : reversal.entries()) {
            long batch = entry.undoes().orElse(0);
            List<JournalEntry> decisions = reversal.decisions().stream()
                    .filter(decision -> decision.batch() == batch)
                    .toList();
            Set<String> actions = new TreeSet<>();
            decisions.forEach(decision -> actions.add(decision.action().key().replace('_', '-')));
            out.println(verb + " step " + batch + ": " + String.join(", ", actions) + " of "
                    + (decisions.size() == 1 ? decisions.get(0).image() : images(decisions.size())));
        }
        out.println(Numbers.of(reversal.left(), "step is left to " + verb(verb), "steps are left to " + verb(verb)));
    }

    private static String verb(String done) {
        return done.equals("Undid") ? "undo" : "redo";
    }

    /** Entries, oldest first; classes by their names. */
    static void log(List<JournalEntry> entries, ClassList classes, PrintWriter out) {
        TextTable table = new TextTable("seq", "step", "at", "by", "what", "image", "old", "new", "score", "why");
        for (JournalEntry entry : entries) {
            table.row(
                    entry.seq(),
                    entry.batch(),
                    entry.at().toString().substring(0, 16).replace('T', ' '),
                    entry.by(),
                    entry.action().key().replace('_', '-')
                            + (entry.undoes().isPresent() ? " " + entry.undoes().getAsLong() : ""),
                    entry.image(),
                    entry.oldLabel().map(classes::shown).orElse(""),
                    entry.newLabel()
                            .map(to -> entry.action() == Action.DUPLICATE_OF ? to : classes.shown(to))
                            .orElse(""),
                    entry.score().isPresent()
                            ? String.format(Locale.ROOT, "%.3f", entry.score().getAsDouble())
                            : "",
                    entry.why());
        }
        out.print(table);
    }

    static void diff(DecideLabels.Difference difference, PrintWriter out) {
        long dropped = difference.changes().stream()
                .filter(change -> change.after().isEmpty())
                .count();
        long added = difference.changes().stream()
                .filter(change -> change.before().isEmpty())
                .count();
        out.println("Labels at " + difference.from() + " and at " + difference.to() + ": "
                + Numbers.of(difference.changes().size(), "image differs", "images differ") + " ("
                + Numbers.count(difference.changes().size() - dropped - added) + " relabeled, "
                + Numbers.count(dropped) + " left out, " + Numbers.count(added) + " new)");
        out.println();
        TextTable table = new TextTable("class", "before", "out", "in", "after");
        for (ClassEffect effect : difference.classes()) {
            table.row(effect.label().name(), effect.before(), effect.removed(), effect.added(), effect.after());
        }
        out.print(table);
    }

    /** A few names, and how many more there are. */
    static String listed(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }

    private static String images(long count) {
        return Numbers.of(count, "image", "images");
    }
}
