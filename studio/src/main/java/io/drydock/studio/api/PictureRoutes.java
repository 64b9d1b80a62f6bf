package io.drydock.studio.api;

import io.drydock.core.error.ConfigException;
import io.drydock.workbench.ViewPicture;
import io.drydock.workbench.ViewPicture.PictureFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** {@code /picture}: pictures by the number of their image, never by a path. Safe for use by many threads. */
public final class PictureRoutes {
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";

    private final ViewPicture pictures;

    public PictureRoutes(ViewPicture pictures) {
        this.pictures = pictures;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/picture/{id}/original", request -> {
            Query.allow(request, Set.of("v"));
            send(request, pictures.original(Query.image(request)));
        });
        routes.get("/picture/{id}/small", request -> {
            Query.allow(request, Set.of("v", "side"));
            send(request, pictures.small(Query.image(request), Query.count(request, "side", 160)));
        });
        routes.get("/picture/{id}/heat", request -> {
            Query.allow(request, Set.of("v", "run", "class"));
            send(request, pictures.heatMap(Query.image(request), required(request, "run"), required(request, "class")));
        });
    }

    private static String required(Context request, String name) {
        return Query.text(request, name).orElseThrow(() -> new ConfigException("The address lacks \"" + name + "\"."));
    }

    /** An address that tells the content by its version may be kept for good. */
    private static void send(Context answer, PictureFile picture) {
        answer.contentType(picture.contentType());
        if (Query.text(answer, "v").isPresent()) {
            answer.header("Cache-Control", FOR_GOOD);
        }
        answer.result(picture.bytes());
    }
}
