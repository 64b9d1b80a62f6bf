package io.drydock.workbench;

import io.drydock.core.error.DrydockException;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.workbench.duplicate.CopyView;
import io.drydock.workbench.duplicate.CopyView.Laid;
import io.drydock.workbench.duplicate.NearPair;
import io.drydock.workbench.duplicate.WorkspaceCopies;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups of copies of a workspace as of now, held open for judging: the search runs beside at the first question, and
 * until then the answer says how far it is. Safe for use by many threads.
 */
public final class CompareCopies {
    private final ImageIndex index;
    private final Object lock = new Object();
    private final Object reading = new Object();
    private String message = "";
    private boolean searching;
    private boolean searched;
    private @Nullable ImageSnapshot asOf;
    private List<CopyView> groups = List.of();

    public CompareCopies(ImageIndex index) {
        this.index = index;
    }

    /**
     * What is known.
     *
     * @param ready whether the search has ended
     * @param message what is going on, why it failed, or that images may be missing because their files changed
     */
    public record Answer(boolean ready, String message, List<CopyView> groups) {
        public Answer {
            groups = List.copyOf(groups);
        }
    }

    /** The groups among images that are not dropped. */
    public Answer now() {
        synchronized (lock) {
            if (!searched) {
                if (!searching) {
                    searching = true;
                    message = "Looking for copies ...";
                    start();
                }
                return new Answer(false, message, List.of());
            }
        }
        synchronized (reading) {
            ImageSnapshot now = index.now();
            if (now != asOf) {
                groups = read(Progress.NONE);
                asOf = now;
            }
            return new Answer(true, ChangedPictures.missing(index.workspace()).orElse(""), groups);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a person waits for the page, nobody for this
    private void start() {
        Thread thread = DaemonThreads.named("copies").newThread(() -> {
            try {
                read((what, done, total) -> say("Looking for copies: " + what + ", " + done + " of " + total));
                synchronized (lock) {
                    searched = true;
                }
            } catch (DrydockException e) {
                synchronized (lock) {
                    searching = false;
                    message = e.getMessage();
                }
            }
        });
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void say(String text) {
        synchronized (lock) {
            message = text;
        }
    }

    private List<CopyView> read(Progress progress) {
        WorkspaceCopies.Found found = new WorkspaceCopies(index.workspace()).find(progress);
        Map<String, List<NearPair>> pairs = new HashMap<>();
        for (NearPair pair : found.pairs()) {
            pairs.computeIfAbsent(pair.first().image(), image -> new ArrayList<>())
                    .add(pair);
            pairs.computeIfAbsent(pair.second().image(), image -> new ArrayList<>())
                    .add(pair);
        }
        return found.groups().stream().map(group -> view(group, pairs)).toList();
    }

    private static CopyView view(ImageGroup group, Map<String, List<NearPair>> pairs) {
        Map<String, Laid> laid = new HashMap<>();
        for (NearPair pair : pairs.getOrDefault(group.keep(), List.of())) {
            boolean keptIsSecond = pair.second().image().equals(group.keep());
            String other = keptIsSecond ? pair.first().image() : pair.second().image();
            laid.put(other, Laid.of(keptIsSecond ? pair.match() : pair.match().reversed()));
        }
        return new CopyView(group, laid);
    }
}
