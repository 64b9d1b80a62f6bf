package io.drydock.workbench.report;

import io.drydock.core.file.AtomicFile;
import io.drydock.core.file.Existing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * One self-contained page: a title, the figures that matter most, then sections that each open with one sentence saying
 * what is to be seen. The page forbids itself any network, and any script but those it was given. For one thread at a time.
 */
public final class ReportPage {
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final String title;
    private final String subtitle;
    private final List<Html> figures = new ArrayList<>();
    private final List<Html> links = new ArrayList<>();
    private final List<Html> sections = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();

    /** @param subtitle where the page comes from: data set, run, date */
    public ReportPage(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /**
     * Adds a figure to the row at the top.
     *
     * @param note a few words below it, such as its interval
     */
    public ReportPage figure(String value, String name, String note) {
        figures.add(Html.tag(
                "div",
                "figure",
                Html.tag("dt", "", Html.text(name)),
                Html.tag("dd", "", Html.text(value)),
                Html.tag("small", "", Html.text(note))));
        return this;
    }

    /**
     * Adds a section.
     *
     * @param lead one sentence that says what there is to be seen, may be empty
     */
    public ReportPage section(String heading, String lead, Html... body) {
        String id = "s" + (sections.size() + 1);
        links.add(new Html("<a href=\"#" + id + "\">" + Html.escape(heading) + "</a>"));
        Html leadLine = lead.isEmpty() ? Html.NONE : Html.tag("p", "lead", Html.text(lead));
        sections.add(new Html("<section id=\"" + id + "\"><h2>" + Html.escape(heading) + "</h2>" + leadLine.markup()
                + Html.all(body).markup() + "</section>"));
        return this;
    }

    /** Adds a script of ours that runs when the page has loaded; the page allows itself exactly this text. */
    public ReportPage script(String javascript) {
        scripts.add(javascript);
        return this;
    }

    private String policy() {
        if (scripts.isEmpty()) {
            return POLICY;
        }
        StringBuilder allowed = new StringBuilder(POLICY).append("; script-src");
        scripts.forEach(
                script -> allowed.append(" 'sha256-").append(hash(script)).append('\''));
        return allowed.toString();
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String scriptElements() {
        StringBuilder elements = new StringBuilder();
        scripts.forEach(script -> elements.append("<script>").append(script).append("</script>"));
        return elements.toString();
    }

    /** The whole document. */
    public String document() {
        String figureRow =
                figures.isEmpty() ? "" : Html.tag("dl", "figures", figures).markup();
        String nav = links.size() < 2 ? "" : Html.tag("nav", "", links).markup();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header><p class="brand">Drydock</p><h1>%s</h1><p class="subtitle">%s</p>%s%s</header>
                <main>%s</main>
                <footer>Made by Drydock on this machine. The page holds everything it shows and asks the network for nothing.</footer>
                %s</body>
                </html>
                """.formatted(
                        policy(),
                        Html.escape(title),
                        style(),
                        Html.escape(title),
                        Html.escape(subtitle),
                        figureRow,
                        nav,
                        Html.all(sections).markup(),
                        scriptElements());
    }

    /**
     * Writes the document, complete or not at all.
     *
     * @throws io.drydock.core.error.WorkspaceException if the file cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, document(), Existing.REPLACE);
    }

    private static String style() {
        try (InputStream stream = Objects.requireNonNull(ReportPage.class.getResourceAsStream("house.css"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
