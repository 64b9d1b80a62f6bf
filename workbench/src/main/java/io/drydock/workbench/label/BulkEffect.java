package io.drydock.workbench.label;

import io.drydock.core.data.ClassList;
import io.drydock.core.label.Action;
import io.drydock.core.label.ClassEffect;
import io.drydock.core.label.LabelChange;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Split;
import io.drydock.workbench.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision about several images does to the set, shown before it is taken.
 *
 * @param images images that the decision is about
 * @param changes images whose label or place in the set changes, copies of the same content among them
 * @param classes effect on every class, in class order; none for a decision about one image
 * @param parts effect on every part that has images; none for a decision about one image
 * @param alternative what might serve better, a sentence; empty where nothing speaks for it
 */
public record BulkEffect(
        int images,
        List<LabelChange> changes,
        List<ClassEffect> classes,
        List<PartEffect> parts,
        Optional<String> alternative) {
    /** Share of a class that a bulk decision may take or add without being confirmed. */
    public static final double LIMIT = 0.05;

    private static final double MOSTLY = 0.5;

    public BulkEffect {
        changes = List.copyOf(changes);
        classes = List.copyOf(classes);
        parts = List.copyOf(parts);
    }

    /**
     * The effect of going from one version of the labels to another.
     *
     * @param images images that the decision is about
     * @param gray how many of them have no color
     */
    static BulkEffect of(
            Action action,
            int images,
            int gray,
            LabelState before,
            LabelState after,
            ClassList classes,
            Optional<Split> split) {
        List<LabelChange> changes = LabelChange.between(before, after);
        boolean removes = changes.stream().anyMatch(change -> change.after().isEmpty());
        Optional<String> alternative = removes && images > 1 && gray > MOSTLY * images && action == Action.DROP
                ? Optional.of(Numbers.of(gray, "of these images is", "of these images are")
                        + " gray. If that is why they are to go, keep them and train with grayscale augmentation"
                        + " instead, so that color cannot tell the class: drydock train --grayscale 0.2")
                : Optional.empty();
        return new BulkEffect(
                images,
                changes,
                ClassEffect.of(before, changes, classes),
                PartEffect.of(before, changes, split),
                alternative);
    }

    /** The effect of a decision about one image, whose share of a class nobody needs to know. */
    static BulkEffect ofOne(LabelState before, LabelState after) {
        return new BulkEffect(1, LabelChange.between(before, after), List.of(), List.of(), Optional.empty());
    }

    /**
     * Whether it must be confirmed: about several images, and beyond the limit in some class. First labels count for nothing
     * here, since they are what images of the pool are there for.
     */
    public boolean needsYes() {
        return images > 1
                && parts.stream().anyMatch(effect -> effect.removed() + effect.relabeled() + effect.restored() > 0)
                && classes.stream()
                        .anyMatch(effect ->
                                effect.removedShare() > LIMIT || (effect.before() > 0 && effect.addedShare() > LIMIT));
    }

    /** The effect in sentences, such as {@code removes 118 of 992 Military, 11.9 %}; classes first, then parts. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        long leaving =
                changes.stream().filter(change -> change.after().isEmpty()).count();
        String verb = leaving > 0 ? "removes " : "takes ";
        for (ClassEffect effect : classes) {
            String name = effect.label().name();
            if (effect.removed() > 0) {
                sentences.add(verb + Numbers.count(effect.removed()) + " of " + Numbers.count(effect.before()) + " "
                        + name + ", " + Numbers.percent(effect.removedShare()));
            }
            if (effect.added() > 0) {
                sentences.add("adds " + Numbers.count(effect.added()) + " to " + Numbers.count(effect.before()) + " "
                        + name + (effect.before() == 0 ? "" : ", " + Numbers.percent(effect.addedShare())));
            }
        }
        for (PartEffect effect : parts) {
            int touched = effect.removed() + effect.relabeled() + effect.restored() + effect.added();
            if (touched > 0) {
                sentences.add("in " + effect.part() + ": " + words(effect));
            }
        }
        return sentences;
    }

    private static String words(PartEffect effect) {
        List<String> words = new ArrayList<>();
        if (effect.removed() > 0) {
            words.add(Numbers.count(effect.removed()) + " of " + Numbers.count(effect.before()) + " removed, "
                    + Numbers.percent(effect.removedShare()));
        }
        if (effect.relabeled() > 0) {
            words.add(Numbers.count(effect.relabeled()) + " of " + Numbers.count(effect.before()) + " relabeled");
        }
        if (effect.restored() > 0) {
            words.add(Numbers.count(effect.restored()) + " back");
        }
        if (effect.added() > 0) {
            words.add(Numbers.count(effect.added()) + " from the pool");
        }
        return String.join("; ", words);
    }
}
