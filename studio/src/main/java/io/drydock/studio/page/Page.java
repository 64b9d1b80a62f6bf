package io.drydock.studio.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document of the page and the files it loads: one document for every place, which the address tells. Safe for use by many threads. */
public final class Page {
    private static final List<String> PLACES = List.of("/", "/review", "/grid", "/duplicates");
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";

    private final PageModules modules = PageModules.read();
    private final PageLibraries libraries = PageLibraries.read();
    private final String importMap = libraries.importMap();
    private final String document = document();

    /** SHA-256 in Base64 of the import map, the document's only inline script. */
    public String scriptHash() {
        return sha256(importMap);
    }

    /** SHA-256 of a text in Base64, as a content security policy names inline scripts and styles. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        PLACES.forEach(place -> routes.get(place, answer -> answer.html(document)));
        routes.get("/favicon.ico", answer -> answer.redirect(modules.address("icon.svg")));
        routes.get("/page/<file>", answer -> send(answer, modules.find(answer.path())));
        routes.get("/_static/<file>", answer -> send(answer, libraries.find(answer.path())));
    }

    private static void send(Context answer, java.util.Optional<PageFile> file) {
        PageFile found = file.orElseThrow(() -> new NotFoundResponse("There is no such file."));
        answer.contentType(found.contentType());
        answer.header("Cache-Control", FOR_GOOD);
        answer.result(found.content());
    }

    private String document() {
        String early = Stream.concat(libraries.first().stream(), modules.modules())
                .map(address -> "<link rel=\"modulepreload\" href=\"" + address + "\">")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Drydock studio</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="%s">
                <link rel="stylesheet" href="%s">
                <script type="importmap">%s</script>
                %s
                <script type="module" src="%s"></script>
                </head>
                <body>
                <dd-frame></dd-frame>
                <noscript>The studio is a page of JavaScript modules: allow scripts for 127.0.0.1.</noscript>
                </body>
                </html>
                """.formatted(
                        modules.address("icon.svg"),
                        modules.address("style/page.css"),
                        importMap,
                        early,
                        modules.address("main.js"));
    }
}
