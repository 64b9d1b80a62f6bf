package io.drydock.studio.api;

import io.drydock.core.error.DrydockException;
import io.drydock.core.thread.DaemonThreads;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.review.ImageIndex;
import io.drydock.workbench.review.ImageSnapshot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/events}: tells every open page within a second that something changed, whether by a page of this studio or
 * by another program. Safe for use by many threads.
 */
public final class EventRoutes implements AutoCloseable {
    private static final long LOOK_MILLIS = 400;
    private static final long HEARTBEAT_SECONDS = 10;

    private final ImageIndex index;
    private final Set<SseClient> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private final List<Future<?>> turns;
    private @Nullable ImageSnapshot last;

    @SuppressWarnings("FutureReturnValueIgnored") // both run until the clock is shut down
    public EventRoutes(ImageIndex index) {
        this.index = index;
        this.clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("studio-events"));
        this.turns = List.of(
                clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS),
                clock.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS));
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.sse("/api/events", page -> {
            page.keepAlive();
            page.onClose(() -> pages.remove(page));
            pages.add(page);
            send(page, position(index.now()));
        });
    }

    /** Looks now rather than at the next turn. */
    public void soon() {
        clock.execute(this::look);
    }

    private void look() {
        if (pages.isEmpty()) {
            return;
        }
        try {
            ImageSnapshot now = index.now();
            if (now != last) {
                last = now;
                String position = position(now);
                pages.forEach(page -> send(page, position));
            }
        } catch (DrydockException e) {
            pages.forEach(page ->
                    page.sendEvent("trouble", JsonText.line(JsonText.object().put("message", e.getMessage()))));
        }
    }

    private static String position(ImageSnapshot now) {
        return JsonText.line(JsonText.object().put("position", now.labels().position()));
    }

    private void send(SseClient page, String position) {
        page.sendEvent("changed", position);
    }

    private void beat() {
        pages.forEach(page -> page.sendComment("still here"));
    }

    @Override
    public void close() {
        turns.forEach(turn -> turn.cancel(false));
        clock.shutdownNow();
        pages.forEach(SseClient::close);
    }
}
