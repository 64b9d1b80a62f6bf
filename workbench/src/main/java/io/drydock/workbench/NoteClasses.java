package io.drydock.workbench;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.error.ConfigException;
import io.drydock.core.label.Action;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.Verdict;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.picture.ClassNote;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import io.drydock.workbench.review.QueueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes on each class with reference pictures, so that several people judge alike. Without chosen references, images of
 * the class stand in: first those that somebody looked at, then such that nothing was found about. Safe for use by many
 * threads.
 */
public final class NoteClasses {
    /** Most characters of a note. */
    public static final int MOST_TEXT = 4000;

    /** Most reference pictures of a class. */
    public static final int MOST_REFERENCES = 6;

    private static final String SETTING = "class_notes";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ImageIndex index;

    public NoteClasses(ImageIndex index) {
        this.index = index;
    }

    /** The notes on all classes, in class order. */
    public List<ClassNote> all() {
        ImageSnapshot now = index.now();
        JsonNode kept = kept();
        Set<String> changed = index.workspace().changedImages().all().keySet();
        return now.classes().classes().stream()
                .map(label -> note(now, changed, label, kept.path(label.code())))
                .toList();
    }

    private static ClassNote note(ImageSnapshot now, Set<String> changed, ClassLabel label, JsonNode kept) {
        List<Long> chosen = new ArrayList<>();
        for (JsonNode path : kept.path("references")) {
            now.image(path.asString("")).map(ImageEntry::id).ifPresent(chosen::add);
        }
        return new ClassNote(
                label,
                kept.path("text").asString(""),
                chosen.isEmpty() ? undoubted(now, changed, label.code()) : chosen,
                !chosen.isEmpty());
    }

    private static List<Long> undoubted(ImageSnapshot now, Set<String> changed, String code) {
        LabelState labels = now.labels();
        List<Long> confirmed = new ArrayList<>();
        List<Long> quiet = new ArrayList<>();
        for (ImageEntry image : now.images()) {
            boolean counts = image.labeled()
                    && !labels.isDropped(image.path())
                    && !changed.contains(image.path())
                    && labels.label(image.path()).equals(Optional.of(code));
            if (counts) {
                Optional<Action> action =
                        labels.verdict(image.path(), image.sha256()).map(Verdict::action);
                if (action.filter(given -> given == Action.KEEP || given == Action.RELABEL)
                        .isPresent()) {
                    confirmed.add(image.id());
                } else if (action.isEmpty() && now.findings(image).isEmpty()) {
                    quiet.add(image.id());
                }
            }
        }
        List<Long> references = new ArrayList<>(confirmed.subList(0, Math.min(MOST_REFERENCES, confirmed.size())));
        int wanted = MOST_REFERENCES - references.size();
        for (int i = 0; i < wanted && i < quiet.size(); i++) {
            references.add(quiet.get((int) ((long) i * quiet.size() / Math.min(wanted, quiet.size()))));
        }
        return references;
    }

    /**
     * Replaces the note on a class.
     *
     * @param references numbers of images; none to have them chosen
     * @throws ConfigException if there is no such class, no such image, or text or references are too many
     */
    public void write(String classCode, String text, List<Long> references) {
        ImageSnapshot now = index.now();
        QueueOrder.requireClass(now.classes(), classCode);
        if (text.length() > MOST_TEXT || references.size() > MOST_REFERENCES) {
            throw new ConfigException("A note holds at most " + MOST_TEXT + " characters and " + MOST_REFERENCES
                    + " pictures; this one has " + text.length() + " and " + references.size() + ".");
        }
        for (long id : references) {
            if (now.image(id).isEmpty()) {
                throw new ConfigException("\"references\" has " + id + ", which is the number of no image.");
            }
        }
        ObjectNode notes = kept() instanceof ObjectNode known ? known : JsonText.object();
        ObjectNode note = notes.putObject(classCode);
        note.put("text", text);
        ArrayNode paths = note.putArray("references");
        for (long id : references) {
            now.image(id).map(ImageEntry::path).ifPresent(paths::add);
        }
        index.workspace().settings().set(SETTING, JsonText.line(notes));
    }

    private JsonNode kept() {
        return MAPPER.readTree(index.workspace().settings().find(SETTING).orElse("{}"));
    }
}
