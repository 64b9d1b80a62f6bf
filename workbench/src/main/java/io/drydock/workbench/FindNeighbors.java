package io.drydock.workbench;

import io.drydock.core.data.FileProblem;
import io.drydock.core.error.DrydockException;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.explore.linear.Rows;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workbench.picture.ChangedPictures;
import io.drydock.workbench.review.ImageEntry;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The images that look most like one, by the cosine of their embeddings. The embeddings come from the cache, or are
 * computed beside at the first question; until then there is an answer that says so. Safe for use by many threads.
 */
public final class FindNeighbors implements AutoCloseable {
    /** Embeddings may take this share of Java's memory. */
    private static final double MEMORY_SHARE = 0.25;

    private static final int USUAL_WIDTH = 1280;

    /** More images than this are computed by an audit, not beside the page. */
    private static final int MOST_COMPUTED = 2000;

    private static final String CLOSED = "The studio was closed.";
    private static final long CLOSE_MILLIS = 10_000;
    private static final long AGAIN_NANOS = 60_000_000_000L;

    private final ImageIndex index;
    private final Object lock = new Object();
    private Known known = new Known(List.of(), new float[0][], Map.of());
    private String message = "Not computed yet.";
    private boolean reading;
    private volatile boolean closed;
    private @Nullable Thread reader;
    private long asked = System.nanoTime() - AGAIN_NANOS;
    private boolean ready;

    public FindNeighbors(ImageIndex index) {
        this.index = index;
    }

    private record Known(List<String> images, float[][] unit, Map<String, Integer> places) {}

    /**
     * One of the images that look alike.
     *
     * @param similarity cosine in [-1, 1]
     */
    public record Neighbor(long id, String image, double similarity) {}

    /**
     * What is known.
     *
     * @param ready whether embeddings are there
     * @param message what is going on where not
     */
    public record Answer(boolean ready, String message, List<Neighbor> neighbors) {
        public Answer {
            neighbors = List.copyOf(neighbors);
        }
    }

    /**
     * The most similar labelled images of an image, most similar first; copies with the same content left out. None of an
     * image whose file changed, with a message that says so: its embedding is that of another picture.
     */
    public Answer of(long id, int count) {
        ImageSnapshot now = index.now();
        @Nullable ImageEntry image = now.image(id).orElse(null);
        Known embeddings;
        synchronized (lock) {
            if (!ready && !reading && !closed && System.nanoTime() - asked >= AGAIN_NANOS) {
                asked = System.nanoTime();
                start(now.images().size());
            }
            if (!ready || image == null) {
                return new Answer(ready, image == null ? "There is no such image." : message, List.of());
            }
            embeddings = known;
        }
        @Nullable
        FileProblem changed = ChangedPictures.among(index.workspace(), List.of(image.stored()))
                .get(image.path());
        if (changed != null) {
            return new Answer(true, changed.message(), List.of());
        }
        @Nullable Integer place = embeddings.places().get(image.path());
        return place == null
                ? new Answer(true, "This image came after the embeddings were read.", List.of())
                : new Answer(true, "", nearest(now, embeddings, image, place, count));
    }

    private static List<Neighbor> nearest(ImageSnapshot now, Known embeddings, ImageEntry image, int place, int count) {
        float[] self = embeddings.unit()[place];
        List<Neighbor> best = new ArrayList<>(count + 1);
        for (int i = 0; i < embeddings.unit().length; i++) {
            if (i == place) {
                continue;
            }
            double similarity = Rows.dot(self, embeddings.unit()[i]);
            if (best.size() == count && similarity <= best.get(count - 1).similarity()) {
                continue;
            }
            String path = embeddings.images().get(i);
            @Nullable ImageEntry other = now.image(path).orElse(null);
            if (other != null && other.labeled() && !other.sha256().equals(image.sha256())) {
                best.add(new Neighbor(other.id(), path, similarity));
                best.sort(Comparator.comparingDouble(Neighbor::similarity).reversed());
                if (best.size() > count) {
                    best.remove(count);
                }
            }
        }
        return best;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a person waits for the page, nobody for this
    private void start(int images) {
        double bytes = 4.0 * images * USUAL_WIDTH;
        if (bytes > MEMORY_SHARE * Runtime.getRuntime().maxMemory()) {
            message = "Embeddings of " + images + " images do not fit into memory. Give Java more by JAVA_OPTS=-Xmx.";
            return;
        }
        reading = true;
        message = "Reading the embeddings ...";
        Thread thread = DaemonThreads.named("neighbors").newThread(this::read);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        reader = thread;
    }

    /** Stops computing, and waits until nothing is written any more; a question asked from now on starts nothing. */
    @Override
    public void close() {
        @Nullable Thread thread;
        synchronized (lock) {
            closed = true;
            message = CLOSED;
            thread = reader;
        }
        try {
            if (thread != null) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            ImageFeatures features =
                    new WorkspaceFeatures(index.workspace()).of(Encoder.standard(), FeatureView.PLAIN, this::computed);
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < features.size(); i++) {
                places.put(features.images().get(i), i);
            }
            Known read = new Known(features.images(), Rows.normalized(features.rows()), places);
            synchronized (lock) {
                known = read;
                ready = true;
            }
        } catch (DrydockException | CancellationException e) {
            say(Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (RuntimeException defect) {
            say("Look-alikes cannot be computed: " + defect);
            throw defect;
        } finally {
            synchronized (lock) {
                reading = false;
            }
        }
    }

    private void computed(String what, long done, long total) {
        if (closed) {
            throw new CancellationException(CLOSED);
        }
        if (total - done > MOST_COMPUTED) {
            throw new CancellationException(
                    "Run drydock audit first: it computes the embeddings of " + total + " images for this.");
        }
        say("Computing embeddings: " + done + " of " + total + " images ...");
    }

    private void say(String text) {
        synchronized (lock) {
            message = text;
        }
    }
}
