package io.drydock.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route with wrong types, numbers, names and shapes: each is refused with a message that names what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRequestsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> NO_COUNT =
            List.of(".", "x", "-1", "1.5", "1e3", "2147483648", "9".repeat(400), "NaN", "[1]", "null", "0x10");
    private static final List<String> NO_SHARE = List.of(".", "x", "-0.1", "1.5", "NaN", "Infinity", "9".repeat(400));
    private static final List<String> NO_NAME = List.of(".", "nope", "[]", "null", "../..", "9".repeat(40));

    /** Parameters of each route that is read, with values that do not suit them. */
    private static final Map<String, Map<String, List<String>>> PARAMETERS = new TreeMap<>();

    static {
        Map<String, List<String>> grid = new TreeMap<>();
        grid.put("label", NO_NAME);
        grid.put("predicted", NO_NAME);
        grid.put("part", NO_NAME);
        grid.put("verdict", List.of(".", "nope", "keep,nope", ",", "import"));
        grid.put("kind", NO_NAME);
        grid.put("dropped", List.of(".", "maybe", "true", "1"));
        grid.put("gray", NO_SHARE);
        grid.put("bright_from", NO_SHARE);
        grid.put("bright_to", NO_SHARE);
        grid.put("sort", NO_NAME);
        grid.put("order", List.of(".", "sideways", "DOWN"));
        grid.put("run", NO_NAME);
        Map<String, List<String>> images = new TreeMap<>(grid);
        images.put("offset", NO_COUNT);
        images.put("limit", NO_COUNT);
        Map<String, List<String>> review = new TreeMap<>();
        review.put("kind", List.of(".", "nope", "gray,nope"));
        review.put("label", NO_NAME);
        review.put("suggested", NO_NAME);
        review.put("part", NO_NAME);
        review.put("show", NO_NAME);
        Map<String, List<String>> queue = new TreeMap<>(review);
        queue.put("offset", NO_COUNT);
        queue.put("limit", NO_COUNT);
        PARAMETERS.put("/api/set", Map.of());
        PARAMETERS.put("/api/review", queue);
        PARAMETERS.put("/api/review/counts", review);
        PARAMETERS.put("/api/images", images);
        PARAMETERS.put("/api/images/ids", grid);
        PARAMETERS.put("/api/images/{id}", Map.of("run", NO_NAME));
        PARAMETERS.put("/api/images/{id}/neighbors", Map.of());
        PARAMETERS.put("/api/notes", Map.of());
        PARAMETERS.put("/api/duplicates", Map.of());
        PARAMETERS.put("/picture/{id}/original", Map.of());
        PARAMETERS.put("/picture/{id}/small", Map.of("side", List.of(".", "x", "-1", "1.5", "97", "0", "99999999999")));
        PARAMETERS.put("/picture/{id}/heat", Map.of("run", NO_NAME, "class", NO_NAME));
    }

    /** Routes of the page itself and of its news, which read no parameter. */
    private static final List<String> WITHOUT_PARAMETERS = List.of(
            "/", "/review", "/grid", "/duplicates", "/favicon.ico", "/page/<file>", "/_static/<file>", "/api/events");

    private static final List<String> NO_IMAGE = List.of(
            "abc", "-1", "1.5", "0", "999999", "99999999999", "9".repeat(400), "null", "%00", "1%2F2", "%5B1%5D", ".x");

    /** Values of JSON by what they are not. */
    private static final List<String> NO_TEXT = List.of("null", "true", "1", "1.5", "[]", "{}", "[\"x\"]");

    private static final List<String> NO_TRUTH = List.of("null", "1", "\"true\"", "[]", "{}", "[true]");
    private static final List<String> NO_WHOLE = List.of(
            "null", "true", "\"1\"", "[]", "[1]", "{}", "0", "-1", "1.5", "1e400", "2147483648", "9".repeat(400));
    private static final List<String> NO_NUMBERS = List.of(
            "null",
            "true",
            "1",
            "\"1\"",
            "{}",
            "{\"a\":1}",
            "[null]",
            "[\"1\"]",
            "[1.5]",
            "[[1]]",
            "[{}]",
            "[true]",
            "[1,null]",
            "[1e400]",
            "[" + "9".repeat(400) + "]",
            "[9223372036854775808]",
            "[".repeat(400) + "]".repeat(400));

    private static final List<String> NO_OBJECT = List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"text\"",
            "[]",
            "[{}]",
            "{",
            "{}}",
            "{} {}",
            "{\"a\"}",
            "{'a':1}",
            "{\"nope\":1}",
            "not json",
            "\u0000",
            "[".repeat(200_000),
            "{\"a\":".repeat(100_000));

    @TempDir
    private static Path folder;

    private DrawnSet set;
    private Studio studio;
    private Caller page;
    private long position;

    @BeforeAll
    void start() {
        set = DrawnSet.in(folder);
        studio = Studio.start(set.root(), "ann", 0);
        page = Caller.of(studio.address());
        position = set.open().journal().position();
    }

    @AfterEach
    void nothingWasDecided() {
        assertThat(set.open().journal().position()).isEqualTo(position);
    }

    @AfterAll
    void stop() {
        studio.close();
    }

    @Test
    void everyRouteIsAskedHere() {
        List<String> asked = new ArrayList<>();
        PARAMETERS.keySet().forEach(path -> asked.add("GET " + path));
        WITHOUT_PARAMETERS.forEach(path -> asked.add("GET " + path));
        bodies().keySet().forEach(path -> asked.add("POST " + path));

        assertThat(studio.routes()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void aParameterThatDoesNotSuitIsNamed() throws IOException {
        for (var route : PARAMETERS.entrySet()) {
            String path = route.getKey().replace("{id}", "1");
            String needed = path.endsWith("heat") ? "run=1&class=1&" : "";
            for (var parameter : route.getValue().entrySet()) {
                for (String value : parameter.getValue()) {
                    String rest = needed.replaceAll(parameter.getKey() + "=1&", "");
                    String address = path + "?" + rest + parameter.getKey() + "=" + encoded(value);
                    requireRefusal(page.get(address), address, parameter.getKey(), value);
                }
            }
            requireRefusal(page.get(path + "?nope=1"), path, "nope");
            for (String name : route.getValue().keySet()) {
                requireRefusal(page.get(path + "?" + name + "=1&" + name + "=1"), path, name);
            }
            for (String broken : List.of("?a=%", "?a=%zz", "?%ff=%ff", "?a=%00")) {
                assertThat(raw(path + broken))
                        .as(path + broken)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("{\"message\":\"");
            }
        }
    }

    @Test
    void aNumberOfNoImageIsNamed() {
        PARAMETERS.keySet().stream().filter(path -> path.contains("{id}")).forEach(path -> {
            for (String id : NO_IMAGE) {
                String address = path.replace("{id}", id) + (path.endsWith("heat") ? "?run=1&class=1" : "");
                HttpResponse<String> answer = page.get(address);
                assertThat(answer.statusCode()).as(address).isIn(400, 404);
                assertThat(message(answer)).as(address).isNotBlank();
            }
        });
    }

    @Test
    void whatIsNoObjectOfKnownKeysIsRefused() throws IOException {
        for (String path : bodies().keySet()) {
            for (String body : NO_OBJECT) {
                requireRefusal(page.post(path, body), path + " " + shortened(body), "request");
            }
            byte[] noUtf8 = "{\"a\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
            assertThat(rawPost(path, noUtf8)).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aValueOfAnotherTypeIsNamedByItsKey() {
        for (var route : bodies().entrySet()) {
            String path = route.getKey();
            for (var field : route.getValue().wrong().entrySet()) {
                for (String value : field.getValue()) {
                    Map<String, String> body =
                            new LinkedHashMap<>(route.getValue().right());
                    body.put(field.getKey(), value);
                    requireRefusal(page.post(path, json(body)), path + " " + shortened(json(body)), field.getKey());
                    String twice = json(body).replaceFirst("\\{", "{\"" + field.getKey() + "\":1,");
                    requireRefusal(page.post(path, twice), path + " " + shortened(twice), field.getKey());
                }
            }
            for (String needed : route.getValue().needed()) {
                Map<String, String> body = new LinkedHashMap<>(route.getValue().right());
                body.remove(needed);
                requireRefusal(page.post(path, json(body)), path + " without " + needed, needed);
            }
        }
    }

    @Test
    void amongManyDecisionsOneOfAWrongFormIsNamedByItsPlace() {
        Route decide = bodies().get("/api/decide");
        String right = json(decide.right());
        for (var field : decide.wrong().entrySet()) {
            for (String value : field.getValue()) {
                Map<String, String> body = new LinkedHashMap<>(decide.right());
                body.put(field.getKey(), value);
                boolean form = !value.contains("nope") && !value.contains("999999]");
                if (form) {
                    String all = "{\"decisions\":[" + right + "," + json(body) + "]}";
                    requireRefusal(page.post("/api/decide/all", all), shortened(all), "decisions[1]." + field.getKey());
                }
            }
        }
    }

    @Test
    void namesThatNobodyKnowsAreRefused() {
        requireRefusal(decide("relabel", "1", "\"to\":\"nope\""), "class", "nope");
        requireRefusal(decide("relabel", "1", "\"why\":\"\""), "no class", "class");
        requireRefusal(decide("keep", "999999", "\"why\":\"\""), "image", "999999");
        requireRefusal(decide("keep", "-1", "\"why\":\"\""), "image", "-1");
        requireRefusal(decide("keep", "1", "\"finding\":\"nope\""), "finding", "nope");
        requireRefusal(decide("duplicate_of", "1", "\"stays\":[999999]"), "copy", "999999");
        requireRefusal(decide("duplicate_of", "1", "\"stays\":[1]"), "copy of itself", "itself");
        requireRefusal(decide("duplicate_of", "1", "\"to\":\"nope.jpg\""), "copy", "nope.jpg");
        requireRefusal(decide("duplicate_of", "1", "\"why\":\"\""), "no copy", "image");
        requireRefusal(decide("duplicate_of", "1", "\"stays\":[2],\"to\":\"x\""), "both", "to");
        requireRefusal(decide("import", "1", "\"why\":\"\""), "action", "action");
        requireRefusal(page.post("/api/undo", "{}"), "nothing to undo", "undo");
        requireRefusal(page.post("/api/redo", "{}"), "nothing to redo", "redo");
        requireRefusal(page.post("/api/notes", "{\"class\":\"nope\"}"), "class", "nope");
        requireRefusal(page.post("/api/notes", "{\"class\":\"1\",\"references\":[1,999999]}"), "image", "999999");
        requireRefusal(
                page.post("/api/notes", "{\"class\":\"1\",\"references\":[1,2,3,4,5,6,7]}"), "too many", "pictures");
        requireRefusal(
                page.post("/api/notes", "{\"class\":\"1\",\"text\":\"" + "x".repeat(5000) + "\"}"),
                "too long",
                "characters");
    }

    private HttpResponse<String> decide(String action, String image, String more) {
        return page.post(
                "/api/decide", "{\"action\":\"" + action + "\",\"images\":[" + image + "]," + more + ",\"yes\":true}");
    }

    @Test
    void whatIsNoRouteIsRefused() {
        for (String path :
                List.of("/api", "/api/", "/api/nope", "/api/images/1/nope", "/picture/1", "/picture", "/nope")) {
            HttpResponse<String> answer = page.get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(message(answer)).as(path).isNotBlank();
        }
        assertThat(page.post("/api/set", "{}").statusCode()).isIn(404, 405);
        assertThat(page.get("/api/decide").statusCode()).isIn(404, 405);
    }

    /**
     * What a route takes.
     *
     * @param right a body that it would take, as far as its form goes
     * @param needed keys that must be there
     * @param wrong values that do not suit, by key
     */
    private record Route(Map<String, String> right, List<String> needed, Map<String, List<String>> wrong) {}

    private static Map<String, Route> bodies() {
        Map<String, List<String>> decision = new LinkedHashMap<>();
        decision.put("action", with(NO_TEXT, "\"\"", "\"nope\"", "\"undo\""));
        decision.put("images", with(NO_NUMBERS, "[]"));
        decision.put("to", NO_TEXT);
        decision.put("stays", with(NO_NUMBERS, "[1,2]"));
        decision.put("why", NO_TEXT);
        decision.put("finding", NO_TEXT);
        decision.put("yes", NO_TRUTH);
        Map<String, List<String>> note = new LinkedHashMap<>();
        note.put("class", NO_TEXT);
        note.put("text", NO_TEXT);
        note.put("references", NO_NUMBERS);
        Map<String, Route> routes = new TreeMap<>();
        routes.put(
                "/api/decide",
                new Route(Map.of("action", "\"keep\"", "images", "[1]"), List.of("action", "images"), decision));
        routes.put(
                "/api/decide/all",
                new Route(
                        Map.of("decisions", "[]"),
                        List.of("decisions"),
                        Map.of(
                                "decisions",
                                List.of("null", "1", "\"x\"", "{}", "[1]", "[null]", "[[]]", "[\"x\"]", "[{}]"))));
        routes.put("/api/undo", new Route(Map.of(), List.of(), Map.of("batches", NO_WHOLE)));
        routes.put("/api/redo", new Route(Map.of(), List.of(), Map.of("batches", NO_WHOLE)));
        routes.put("/api/notes", new Route(Map.of("class", "\"1\""), List.of("class"), note));
        return routes;
    }

    private static List<String> with(List<String> values, String... more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all;
    }

    private static String json(Map<String, String> body) {
        List<String> fields = new ArrayList<>();
        body.forEach((key, value) -> fields.add("\"" + key + "\":" + value));
        return "{" + String.join(",", fields) + "}";
    }

    /** @param mentioned one of these must be in the message */
    private static void requireRefusal(HttpResponse<String> answer, String what, String... mentioned) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(400);
        assertThat(List.of(mentioned))
                .as("%s: %s", what, answer.body())
                .anyMatch(word -> message(answer).contains(word));
        assertThat(message(answer)).hasSizeLessThan(2000);
    }

    private static String message(HttpResponse<String> answer) {
        JsonNode document = MAPPER.readTree(answer.body());
        return document.path("message").asString("");
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(90, text.length()));
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String raw(String address) throws IOException {
        return sent("GET " + address + " HTTP/1.1\r\n" + head(), new byte[0]);
    }

    private String rawPost(String path, byte[] body) throws IOException {
        return sent(
                "POST " + path + " HTTP/1.1\r\n" + head() + "Origin: " + page.base()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n",
                body);
    }

    private String head() {
        return "Host: 127.0.0.1:" + studio.port() + "\r\nCookie: " + page.cookie() + "\r\nConnection: close\r\n";
    }

    private String sent(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
