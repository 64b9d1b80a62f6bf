package io.drydock.cli;

import io.drydock.core.predict.Mix;
import picocli.CommandLine.Option;

/** How several runs, and several views of an image, become one prediction. For one thread at a time. */
final class CombineOptions {
    @Option(
            names = "--tta",
            paramLabel = "N",
            defaultValue = "1",
            description = "Views of each image; 2 adds the mirror image.")
    private int tta = 1;

    @Option(
            names = "--mix",
            paramLabel = "HOW",
            defaultValue = "mean",
            description = "mean, vote, fit, or weights such as 2,1.")
    private String mix = "mean";

    int tta() {
        return tta;
    }

    /**
     * How runs are combined.
     *
     * @throws io.drydock.core.error.ConfigException if it is no way to mix
     */
    Mix mix() {
        return Mix.parse(mix);
    }

    /** The mix as it was typed. */
    String mixText() {
        return mix;
    }
}
