package io.drydock.studio.api;

import io.drydock.core.error.DrydockException;
import io.drydock.core.label.Action;
import io.drydock.core.label.ClassEffect;
import io.drydock.core.label.JournalEntry;
import io.drydock.core.label.PartEffect;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.label.BulkEffect;
import io.drydock.workbench.label.DisagreeingCopies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/decide}, {@code /api/undo}, {@code /api/redo}: decisions, on the disk before they are answered.
 * {@code /api/decide/all} takes those of one who decides faster than they are written: each is a step of its own, in the
 * order given, and one that is refused is answered with a message and holds none of the others up; where one is of a wrong
 * form, none is taken. Requests take their turn
 * as they arrive, so that undo takes back what was decided last. Safe for use by many threads.
 */
public final class DecisionRoutes {
    private static final Set<String> KEYS =
            Set.of("action", "images", "to", "stays", "why", "finding", "yes", "settles");

    private final DecideLabels decide;
    private final BrowseImages images;
    private final String by;
    private final Runnable changed;
    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * @param by who decides
     * @param changed told after each decision
     */
    public DecisionRoutes(DecideLabels decide, BrowseImages images, String by, Runnable changed) {
        this.decide = decide;
        this.images = images;
        this.by = by;
        this.changed = changed;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.post("/api/decide", inTurn(this::decide));
        routes.post("/api/decide/all", inTurn(this::decideAll));
        routes.post("/api/undo", inTurn(request -> reverse(request, Action.UNDO)));
        routes.post("/api/redo", inTurn(request -> reverse(request, Action.REDO)));
    }

    private Handler inTurn(Handler work) {
        return request -> {
            // Read before its turn, so that one who sends slowly holds nobody up.
            request.bodyAsBytes();
            turn.lock();
            try {
                work.handle(request);
            } finally {
                turn.unlock();
            }
        };
    }

    /** What one decision of a request says; its types are right, its names may still be unknown. */
    private record Asked(
            Action action,
            List<Long> images,
            Optional<String> to,
            Optional<Long> stays,
            String why,
            Optional<String> finding,
            boolean yes,
            boolean settles) {
        static Asked of(Body body) {
            List<Long> images = body.numbers("images");
            if (images.isEmpty()) {
                throw body.wrong("images", "a list of at least one number of an image");
            }
            List<Long> stays = body.numbers("stays");
            if (stays.size() > 1) {
                throw body.wrong("stays", "a list of one number of an image");
            }
            Optional<String> to = body.text("to");
            if (to.isPresent() && !stays.isEmpty()) {
                throw body.wrong("to", "absent beside \"stays\"");
            }
            return new Asked(
                    action(body),
                    images,
                    to,
                    stays.stream().findFirst(),
                    body.text("why").orElse(""),
                    body.text("finding"),
                    body.yes("yes"),
                    body.yes("settles"));
        }

        private static Action action(Body body) {
            String key = body.requiredText("action");
            return Arrays.stream(Action.values())
                    .filter(action -> action.isDecision() && action.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> body.wrong("action", "relabel, keep, drop, unsure or duplicate_of"));
        }
    }

    private void decide(Context request) {
        DecideLabels.Outcome outcome = decide(Asked.of(Body.of(request, KEYS)));
        if (outcome.done()) {
            changed.run();
        }
        Reply.json(request, answer(outcome));
    }

    private void decideAll(Context request) {
        ObjectNode document = JsonText.object();
        ArrayNode answers = document.putArray("answers");
        boolean any = false;
        List<Asked> decisions = Body.of(request, Set.of("decisions")).objects("decisions", KEYS).stream()
                .map(Asked::of)
                .toList();
        for (Asked asked : decisions) {
            try {
                DecideLabels.Outcome outcome = decide(asked);
                answers.add(answer(outcome));
                any |= outcome.done();
            } catch (DrydockException e) {
                answers.addObject().put("message", e.getMessage());
            }
        }
        if (any) {
            changed.run();
        }
        Reply.json(request, document);
    }

    private DecideLabels.Outcome decide(Asked asked) {
        Optional<String> to = asked.stays().isPresent()
                ? asked.stays().map(id -> images.paths(List.of(id)).get(0))
                : asked.to();
        return decide.run(new DecideLabels.Request(
                asked.action(),
                images.paths(asked.images()),
                to,
                by,
                asked.why(),
                asked.finding(),
                asked.yes(),
                asked.settles()));
    }

    private ObjectNode answer(DecideLabels.Outcome outcome) {
        ObjectNode document = JsonText.object();
        document.put("done", outcome.done());
        document.put("position", outcome.position());
        document.set("effect", effect(outcome.effect()));
        document.set("also_holds", JsonText.strings(outcome.alsoHolds()));
        document.put("entries", outcome.entries().size());
        document.put("asks_for_label", outcome.asksForLabel());
        ArrayNode disagreeing = document.putArray("disagreeing");
        outcome.disagreeing().forEach(copies -> disagreeing.add(copies(copies)));
        return document;
    }

    private ArrayNode copies(DisagreeingCopies disagreeing) {
        Map<String, String> before = new HashMap<>();
        disagreeing.copies().forEach(copy -> before.put(copy.image(), copy.before()));
        ArrayNode array = JsonText.array();
        images.images(disagreeing.copies().stream()
                        .map(DisagreeingCopies.Copy::image)
                        .toList())
                .forEach(image -> array.add(ImageJson.of(image).put("before", before.get(image.image()))));
        return array;
    }

    private static ObjectNode effect(BulkEffect effect) {
        ObjectNode node = JsonText.object();
        node.put("images", effect.images());
        node.put("changes", effect.changes().size());
        node.put("needs_yes", effect.needsYes());
        node.put("alternative", effect.alternative().orElse(null));
        node.set("sentences", JsonText.strings(effect.sentences()));
        ArrayNode classes = node.putArray("classes");
        for (ClassEffect one : effect.classes()) {
            classes.addObject()
                    .put("code", one.label().code())
                    .put("name", one.label().name())
                    .put("before", one.before())
                    .put("removed", one.removed())
                    .put("added", one.added());
        }
        ArrayNode parts = node.putArray("parts");
        for (PartEffect one : effect.parts()) {
            parts.addObject()
                    .put("part", one.part())
                    .put("before", one.before())
                    .put("removed", one.removed())
                    .put("relabeled", one.relabeled())
                    .put("restored", one.restored())
                    .put("added", one.added());
        }
        return node;
    }

    private void reverse(Context request, Action action) {
        int batches = Body.of(request, Set.of("batches")).count("batches");
        DecideLabels.Reversal reversal =
                action == Action.UNDO ? decide.undo(batches, by, "") : decide.redo(batches, by, "");
        ObjectNode document = JsonText.object();
        document.put("position", reversal.position());
        document.put("left", reversal.left());
        ArrayNode decisions = document.putArray("decisions");
        Map<String, Long> ids = new HashMap<>();
        images.images(reversal.decisions().stream().map(JournalEntry::image).toList())
                .forEach(image -> ids.put(image.image(), image.id()));
        for (JournalEntry entry : reversal.decisions()) {
            decisions.add(ImageJson.entry(entry).put("id", ids.getOrDefault(entry.image(), -1L)));
        }
        changed.run();
        Reply.json(request, document);
    }
}
