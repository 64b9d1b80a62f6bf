package io.drydock.cli;

import io.drydock.core.error.ConfigException;
import io.drydock.core.text.Suggestion;
import io.drydock.workbench.ExportRun;
import io.drydock.workbench.json.JsonText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock export}. For one thread at a time. */
@Command(name = "export", description = "Write a run as ONNX or safetensors with a timm-style config.json.")
final class ExportCommand extends Verb {
    @Parameters(paramLabel = "RUN", description = "Folder name, number, or latest.")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "onnx",
            description = "onnx or safetensors (${DEFAULT-VALUE}).")
    private String format = "onnx";

    @Option(names = "--half", description = "Store tensors as 16-bit floats (safetensors).")
    private boolean half;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder to write into (${DEFAULT-VALUE}).")
    private Path output = Path.of(".");

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Override
    void run() {
        ExportRun.Result result =
                new ExportRun().run(new ExportRun.Request(workspace(), run, format(format), half, output, force));
        if (json()) {
            var document = JsonText.document("export").put("run", result.run());
            document.put("format", result.format().key());
            document.set(
                    "files",
                    JsonText.strings(
                            result.files().stream().map(String::valueOf).toList()));
            out().println(JsonText.pretty(document));
        } else {
            result.files().forEach(file -> out().println(file));
        }
    }

    private static ExportRun.Format format(String text) {
        List<String> keys = Arrays.stream(ExportRun.Format.values())
                .map(ExportRun.Format::key)
                .toList();
        return Arrays.stream(ExportRun.Format.values())
                .filter(one -> one.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--format " + text + " is none of " + String.join(", ", keys)
                        + "." + Suggestion.didYouMean(text, keys)));
    }
}
