package io.drydock.studio;

import io.drydock.core.error.DrydockException;
import io.drydock.core.error.WorkspaceException;
import io.drydock.studio.api.DecisionRoutes;
import io.drydock.studio.api.DuplicateRoutes;
import io.drydock.studio.api.EventRoutes;
import io.drydock.studio.api.GridRoutes;
import io.drydock.studio.api.NeighborRoutes;
import io.drydock.studio.api.NoteRoutes;
import io.drydock.studio.api.PictureRoutes;
import io.drydock.studio.api.Reply;
import io.drydock.studio.api.ReviewRoutes;
import io.drydock.studio.api.SetRoutes;
import io.drydock.studio.page.Page;
import io.drydock.studio.page.TroublePage;
import io.drydock.studio.security.AccessToken;
import io.drydock.studio.security.OneTimeCodes;
import io.drydock.studio.security.Refused;
import io.drydock.studio.security.RequestGuard;
import io.drydock.studio.security.ResponseHeaders;
import io.drydock.studio.security.SecretFile;
import io.drydock.workbench.BrowseImages;
import io.drydock.workbench.CompareCopies;
import io.drydock.workbench.DecideLabels;
import io.drydock.workbench.FindNeighbors;
import io.drydock.workbench.NoteClasses;
import io.drydock.workbench.ReviewQueue;
import io.drydock.workbench.ViewPicture;
import io.drydock.workbench.review.ImageIndex;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code drydock studio}: a page on this machine on which a person judges images. It binds to 127.0.0.1 and answers only
 * to a browser that was given its address. Safe for use by many threads.
 */
public final class Studio implements AutoCloseable {
    /** Port that is tried first when nobody names one. */
    public static final int USUAL_PORT = 8337;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FREE_PORT = 0;
    private static final long MOST_BODY_BYTES = 4L << 20;

    private final AccessToken token;
    private final OneTimeCodes codes = new OneTimeCodes(InstantSource.system());
    private final ViewPicture pictures;
    private final FindNeighbors neighbors;
    private final EventRoutes events;
    private final Javalin server;

    private Studio(Path workspace, ImageIndex index, String by, int port) {
        this.token = new SecretFile(workspace.toAbsolutePath().normalize()).token();
        this.pictures = new ViewPicture(index);
        this.neighbors = new FindNeighbors(index);
        this.events = new EventRoutes(index);
        this.server = Javalin.create(config -> configure(config, workspace, index, by));
        try {
            server.start(LOOPBACK, port);
        } catch (JavalinBindException e) {
            closeParts();
            throw new WorkspaceException(
                    "Port " + port + " is taken by another program, perhaps another studio. Name another by --port,"
                            + " or leave it out to get a free one.",
                    e);
        }
    }

    /**
     * Starts at the usual port or, where that is taken, at a free one.
     *
     * @param workspace its folder
     * @param by who decides
     * @throws WorkspaceException if there is no workspace
     */
    public static Studio start(Path workspace, String by) {
        ImageIndex index = ImageIndex.open(workspace);
        try {
            return new Studio(workspace, index, by, USUAL_PORT);
        } catch (WorkspaceException taken) {
            return new Studio(workspace, index, by, FREE_PORT);
        }
    }

    /**
     * Starts at a port.
     *
     * @param port 0 for a free one
     * @throws WorkspaceException if there is no workspace, or the port is taken
     */
    public static Studio start(Path workspace, String by, int port) {
        return new Studio(workspace, ImageIndex.open(workspace), by, port);
    }

    private void configure(JavalinConfig config, Path workspace, ImageIndex index, String by) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16 << 10);
        });
        ServerRefusals refusals = new ServerRefusals();
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(refusals));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(refusals));
        Page page = new Page();
        ResponseHeaders headers = new ResponseHeaders(page.scriptHash());
        RequestGuard guard = new RequestGuard(token, codes);
        config.routes.before(request -> {
            headers.addTo(request);
            guard.check(request, port());
        });
        BrowseImages images = new BrowseImages(index);
        page.addTo(config.routes);
        new SetRoutes(workspace, index, by).addTo(config.routes);
        new ReviewRoutes(new ReviewQueue(index), images).addTo(config.routes);
        new GridRoutes(images).addTo(config.routes);
        new NeighborRoutes(neighbors, images).addTo(config.routes);
        new NoteRoutes(new NoteClasses(index)).addTo(config.routes);
        new DuplicateRoutes(new CompareCopies(index), images).addTo(config.routes);
        new PictureRoutes(pictures).addTo(config.routes);
        new DecisionRoutes(new DecideLabels(index), images, by, events::soon).addTo(config.routes);
        events.addTo(config.routes);
        config.routes.exception(
                Refused.class, (refused, answer) -> trouble(answer, refused.status(), message(refused)));
        config.routes.exception(
                DrydockException.class,
                (told, answer) -> trouble(answer, told.wrongRequest() ? 400 : 500, told.getMessage()));
        config.routes.exception(
                HttpResponseException.class, (thrown, answer) -> trouble(answer, thrown.getStatus(), message(thrown)));
        config.routes.exception(Exception.class, Studio::defect);
    }

    private static String message(Exception thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private static void defect(Exception thrown, Context answer) {
        org.slf4j.LoggerFactory.getLogger(Studio.class).error("{} {}", answer.method(), answer.path(), thrown);
        trouble(answer, 500, "This is a defect of Drydock: " + thrown + ". Please report it.");
    }

    /** A page for a person who opened an address, a JSON document for a program. */
    private static void trouble(Context answer, int status, String message) {
        if (TroublePage.suits(answer)) {
            TroublePage.send(answer, status, message);
        } else {
            Reply.message(answer, status, message);
        }
    }

    /** Port that it listens on. */
    public int port() {
        return server.port();
    }

    /** What to open in a browser, with the token: as often as one likes, for as long as the workspace keeps its secret. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/?token=" + token.value());
    }

    /** What to open in a browser where others may see the address, such as in the list of processes: it works once, soon. */
    public URI oneTimeAddress() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/?code=" + codes.next());
    }

    /** Every route as {@code METHOD /path/{name}}, for a test to ask each of them. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .map(route -> route.method.name() + " " + route.path)
                .toList();
    }

    private void closeParts() {
        events.close();
        pictures.close();
    }

    @Override
    public void close() {
        events.close();
        server.stop();
        neighbors.close();
        pictures.close();
    }
}
