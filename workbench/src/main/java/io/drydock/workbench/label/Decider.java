package io.drydock.workbench.label;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.error.DataException;
import io.drydock.core.label.Action;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Split;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.DecideLabels.Request;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.label.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Makes the journal's decisions of one request, from the labels as they are when it is taken. For one thread at a time. */
public final class Decider {
    private static final double GRAY_SPREAD = 10;

    private final Workspace workspace;
    private final Request request;
    private final ClassList classes;
    private final Map<String, String> contents;
    private final Optional<String> target;
    private final ShownEvidence evidence;

    /** @throws DataException if an image, a class or a finding is not known, or an image cannot be decided about so */
    public Decider(Workspace workspace, Request request) {
        this(workspace, request, workspace.classes());
    }

    /**
     * With other classes than those of the workspace.
     *
     * @throws DataException as above
     */
    public Decider(Workspace workspace, Request request, ClassList classes) {
        this.workspace = workspace;
        this.request = request;
        this.classes = classes;
        LabelState labels = workspace.journal().state();
        ImageNames names = new ImageNames(workspace);
        if (request.images().isEmpty()) {
            throw new DataException("No image is named to " + verb() + ". Name one or more, or @FILE with one a line.");
        }
        this.contents = names.contents(request.images(), labels);
        this.target = target(names, labels);
        requireLabeled(labels);
        requireNoKeepWithoutLabel(labels);
        requireUnchanged(labels);
        this.evidence = ShownEvidence.of(workspace, contents.keySet(), request.finding());
    }

    private Optional<String> target(ImageNames names, LabelState labels) {
        return switch (request.action()) {
            case RELABEL -> Optional.of(classCode(request.to().orElse("")));
            case DUPLICATE_OF -> Optional.of(stays(names, labels));
            default -> Optional.empty();
        };
    }

    private String classCode(String text) {
        List<ClassLabel> byName = classes.classes().stream()
                .filter(label -> label.name().equalsIgnoreCase(text))
                .toList();
        if (classes.indexOf(text).isPresent()) {
            return text;
        }
        if (byName.size() == 1) {
            return byName.get(0).code();
        }
        List<String> known = new ArrayList<>(classes.names());
        known.addAll(classes.codes());
        String all = String.join(
                ", ",
                classes.classes().stream()
                        .map(label ->
                                label.name().equals(label.code()) ? label.code() : label.code() + "=" + label.name())
                        .toList());
        throw new DataException("\"" + text + "\" is none of the " + classes.size() + " classes (" + all + ")."
                + Suggestion.didYouMean(text, known) + " Nothing was changed. Add --new-class to make it a class.");
    }

    private String stays(ImageNames names, LabelState labels) {
        String typed = request.to().orElse("");
        String stays =
                names.contents(List.of(typed), labels).keySet().iterator().next();
        if (contents.containsKey(stays)) {
            throw new DataException(stays + " cannot be a duplicate of itself. Name the copy that stays after"
                    + " duplicate-of, and the ones that go as the images.");
        }
        if (labels.isDropped(stays)) {
            throw new DataException(
                    stays + " was dropped itself, so nothing would be left of the picture. Keep it first:"
                            + " drydock labels keep " + stays);
        }
        return stays;
    }

    private void requireLabeled(LabelState labels) {
        if (request.action() == Action.KEEP || request.action() == Action.UNSURE) {
            return;
        }
        List<String> toPredict = contents.keySet().stream()
                .filter(image -> labels.imported(image).isEmpty())
                .toList();
        if (!toPredict.isEmpty()) {
            throw new DataException("Cannot " + verb() + " " + toPredict.get(0) + ": it has no label, because it is an"
                    + " image to be predicted."
                    + (toPredict.size() == 1 ? "" : " So are " + (toPredict.size() - 1) + " others of those named.")
                    + " Only labelled images can be changed. Nothing was changed.");
        }
    }

    private void requireNoKeepWithoutLabel(LabelState labels) {
        List<String> unlabeled = contents.keySet().stream()
                .filter(image -> request.action() == Action.KEEP && labels.isUnlabeled(image))
                .toList();
        if (!unlabeled.isEmpty()) {
            String first = unlabeled.get(0);
            throw new DataException("Cannot keep " + first + ": it has no label yet."
                    + (unlabeled.size() == 1 ? "" : " Nor have " + (unlabeled.size() - 1) + " others of those named.")
                    + " Give it one: drydock labels relabel " + first + " --to CLASS. Nothing was changed.");
        }
    }

    /** Copies whose labels disagree are decided about too. */
    private void requireUnchanged(LabelState labels) {
        List<String> judged = new ArrayList<>(contents.keySet());
        if (request.action() == Action.DUPLICATE_OF) {
            target.ifPresent(judged::add);
        }
        if (isVerdict()) {
            contents.keySet().stream()
                    .filter(labels::copiesDisagree)
                    .forEach(image -> judged.addAll(labels.copies(image)));
        }
        ChangedPictures.refuse(workspace, judged);
    }

    private String verb() {
        return request.action().key().replace('_', '-');
    }

    /**
     * The decisions that say something new, made from the labels as they are; none about copies whose labels disagree, where
     * the request does not answer which label is right.
     */
    public List<Decision> decisions(LabelState labels) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        contents.forEach((image, sha256) -> {
            boolean disagree = isVerdict() && labels.copiesDisagree(image);
            Optional<String> after = request.action() == Action.KEEP ? labels.label(image) : target;
            if (disagree && !asksForLabel()) {
                settle(labels, image, sha256, decisions);
            } else if (!disagree && saysNew(labels, image, sha256, after)) {
                decisions.put(image, decision(labels, request.action(), image, sha256, after));
            }
        });
        return List.copyOf(decisions.values());
    }

    /** Decides about all copies of an image, each of which has an entry unless it has the right label already. */
    private void settle(LabelState labels, String image, String sha256, Map<String, Decision> decisions) {
        List<String> copies = new ArrayList<>(labels.copies(image));
        copies.remove(image);
        copies.add(0, image);
        for (String copy : copies) {
            boolean right =
                    request.action() == Action.RELABEL && labels.label(copy).equals(target);
            Action action = right ? Action.KEEP : request.action();
            Decision decision = decision(labels, action, copy, sha256, target);
            if (copy.equals(image)) {
                decisions.put(copy, decision);
            } else if (!right) {
                decisions.putIfAbsent(copy, decision);
            }
        }
    }

    private Decision decision(LabelState labels, Action action, String image, String sha256, Optional<String> after) {
        Decision decision = new Decision(action, image, sha256, labels.label(image), after);
        return evidence.noted(decision, labels.verdict(image, sha256), classes);
    }

    /** Whether the request says something of what an image shows, rather than of its place in the set. */
    private boolean isVerdict() {
        return request.action() != Action.DROP && request.action() != Action.DUPLICATE_OF;
    }

    /** Whether the request leaves open which label is right where copies disagree. */
    private boolean asksForLabel() {
        return request.action() == Action.KEEP || (request.action() == Action.RELABEL && !request.settles());
    }

    /** Whether the request cannot be taken until somebody says which label is right. */
    public boolean asksForLabel(LabelState labels) {
        return asksForLabel() && contents.keySet().stream().anyMatch(labels::copiesDisagree);
    }

    /** The images that the request is about whose copies have other labels, each content once. */
    public List<DisagreeingCopies> disagreeing(LabelState labels) {
        if (!isVerdict()) {
            return List.of();
        }
        Optional<Split> split = workspace.splits().findCurrent();
        Map<String, DisagreeingCopies> byContent = new LinkedHashMap<>();
        contents.forEach((image, sha256) ->
                DisagreeingCopies.of(labels, image, split).ifPresent(copies -> byContent.putIfAbsent(sha256, copies)));
        return List.copyOf(byContent.values());
    }

    /** The same with the labels that they have now. */
    public static List<DisagreeingCopies> answered(List<DisagreeingCopies> copies, LabelState labels) {
        return copies.stream().map(one -> one.answered(labels)).toList();
    }

    private boolean saysNew(LabelState labels, String image, String sha256, Optional<String> after) {
        return switch (request.action()) {
            case RELABEL -> labels.isDropped(image) || !labels.label(image).equals(after);
            case DROP -> !labels.isDropped(image) || labels.duplicateOf(image).isPresent();
            case DUPLICATE_OF -> !labels.duplicateOf(image).equals(after);
            case KEEP ->
                labels.isDropped(image)
                        || labels.verdict(image, sha256)
                                .map(verdict -> verdict.isOpen() || !evidence.isSettled(image, verdict, classes))
                                .orElse(true);
            default ->
                labels.verdict(image, sha256).map(verdict -> !verdict.isOpen()).orElse(true);
        };
    }

    /** What the decisions would do to the set. */
    public BulkEffect effect(LabelState labels) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Decision decision : decisions(labels)) {
            entries.add(new JournalEntry(
                    labels.position() + entries.size() + 1,
                    Long.MAX_VALUE,
                    decision.action(),
                    decision.image(),
                    decision.sha256(),
                    decision.oldLabel(),
                    decision.newLabel(),
                    request.by(),
                    Instant.EPOCH,
                    request.why(),
                    decision.finding(),
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    decision.suggested()));
        }
        if (contents.size() == 1) {
            return BulkEffect.ofOne(labels, labels.after(entries));
        }
        return BulkEffect.of(
                request.action(),
                contents.size(),
                gray(),
                labels,
                labels.after(entries),
                classes,
                workspace.splits().findCurrent());
    }

    private int gray() {
        if (request.action() != Action.DROP || contents.size() < 2) {
            return 0;
        }
        return (int) workspace.images().find(contents.keySet()).stream()
                .map(StoredImage::picture)
                .flatMap(Optional::stream)
                .filter(picture -> picture.checks().getOrDefault("channel_spread", Double.MAX_VALUE) <= GRAY_SPREAD)
                .count();
    }

    /**
     * Decisions about an image or its content, oldest first.
     *
     * @throws DataException if there is no such image
     */
    public static List<JournalEntry> history(Workspace workspace, String name) {
        Map<String, String> found = new ImageNames(workspace)
                .contents(List.of(name), workspace.journal().state());
        return workspace.journal().entries().stream()
                .filter(entry -> entry.action().isDecision()
                        && (found.containsKey(entry.image()) || found.containsValue(entry.sha256())))
                .toList();
    }

    /** Other paths with the same content, for which the decisions hold too: those with the same label as the one named. */
    public List<String> alsoHolds(LabelState labels) {
        if (!isVerdict()) {
            return List.of();
        }
        Set<String> held = new HashSet<>();
        contents.forEach(
                (image, sha256) -> held.add(sha256 + " " + labels.label(image).orElse("")));
        return labels.imported().stream()
                .filter(known -> held.contains(known.sha256() + " "
                                + labels.label(known.image()).orElse(""))
                        && !contents.containsKey(known.image()))
                .map(known -> known.image())
                .toList();
    }
}
