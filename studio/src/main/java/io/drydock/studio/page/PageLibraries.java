package io.drydock.studio.page;

import io.drydock.workbench.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The libraries that the page imports (Lit), from their jars: each jar says in its import map by what name and where.
 * Safe for use by many threads.
 */
final class PageLibraries {
    private static final List<String> NAMES = List.of("lit", "lit-html", "lit-element", "@lit/reactive-element");
    private static final Pattern MODULE = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+\\.js");

    /** What every page loads before its own modules run. */
    private static final List<String> FIRST = List.of("lit", "lit-html", "@lit/reactive-element");

    private final Map<String, String> imports = new TreeMap<>();

    private PageLibraries() {}

    static PageLibraries read() {
        PageLibraries libraries = new PageLibraries();
        JsonMapper mapper = JsonMapper.builder().build();
        try {
            for (URL map :
                    Collections.list(PageLibraries.class.getClassLoader().getResources("META-INF/importmap.json"))) {
                try (InputStream in = map.openStream()) {
                    libraries.add(mapper.readTree(in).path("imports"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : NAMES) {
            if (!libraries.imports.containsKey(name)) {
                throw new IllegalStateException("the library " + name + " is missing: no jar has it in its import map");
            }
        }
        return libraries;
    }

    private void add(JsonNode map) {
        for (String name : NAMES) {
            for (String key : List.of(name, name + "/")) {
                JsonNode address = map.path(key);
                if (address.isString()) {
                    imports.put(key, address.asString());
                }
            }
        }
    }

    /** The import map as the document carries it. */
    String importMap() {
        ObjectNode map = JsonText.object();
        ObjectNode entries = map.putObject("imports");
        imports.forEach(entries::put);
        return JsonText.line(map);
    }

    /** Addresses to load early. */
    List<String> first() {
        return FIRST.stream().map(name -> imports.getOrDefault(name, "")).toList();
    }

    /** A module of a library by its address. */
    Optional<PageFile> find(String address) {
        boolean known =
                imports.values().stream().anyMatch(folder -> folder.endsWith("/") && address.startsWith(folder));
        if (!known || !MODULE.matcher(address).matches()) {
            return Optional.empty();
        }
        try (InputStream in = PageLibraries.class.getResourceAsStream("/META-INF/resources" + address)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new PageFile("text/javascript; charset=utf-8", in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
