package io.drydock.cli;

import io.drydock.workbench.PreviewAugmentation;
import io.drydock.workbench.json.JsonText;
import io.drydock.workbench.json.PreviewJson;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drydock preview}. For one thread at a time. */
@Command(name = "preview", description = "Show images beside what training makes of them.")
final class PreviewCommand extends Verb {
    @Option(
            names = "--recipe",
            paramLabel = "R",
            description = "article, quick, default or thorough (${DEFAULT-VALUE}).")
    private String recipe = "default";

    @Option(names = "--size", paramLabel = "HxW", description = "Height and width instead of the recipe's.")
    private @Nullable String size;

    @Option(names = "--resize", paramLabel = "MODE", description = "squish, crop or pad instead of the recipe's.")
    private @Nullable String resize;

    @Option(names = "--images", paramLabel = "N", description = "Images to show (${DEFAULT-VALUE}).")
    private int images = 6;

    @Option(names = "--views", paramLabel = "N", description = "Augmented views of each (${DEFAULT-VALUE}).")
    private int views = 5;

    @Option(names = "--seed", paramLabel = "N", description = "Draws images and views (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Picture file, .svg or .png.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Override
    void run() {
        PreviewAugmentation.Result result = new PreviewAugmentation()
                .run(
                        new PreviewAugmentation.Request(
                                pictures(),
                                recipe,
                                Optional.ofNullable(size),
                                Optional.ofNullable(resize),
                                images,
                                views,
                                seed,
                                Optional.ofNullable(output),
                                force),
                        progress());
        if (json()) {
            out().println(JsonText.pretty(PreviewJson.of(result)));
            return;
        }
        result.summary().forEach(out()::println);
        out().println();
        out().println("Picture: " + result.picture());
        out().println("Page:    " + result.page());
    }
}
