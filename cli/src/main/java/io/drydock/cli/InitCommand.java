package io.drydock.cli;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.WorkspaceFolder;
import io.drydock.workbench.json.InitJson;
import io.drydock.workbench.json.JsonText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock init}. For one thread at a time. */
@Command(
        name = "init",
        description = "Make a workspace of an image folder and its labels, and look at every image once.",
        footer = {
            "",
            "Without --labels the folders below --images are the classes. Originals are never written.",
            "Images without a label are a part of their own, the pool: drydock review --unlabeled lists them.",
            "A folder of images alone: drydock init DIR --images FOLDER --classes \"cat,dog\".",
            "Running it again takes over what changed; it may be killed at any moment."
        })
final class InitCommand extends Verb {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Folder of the workspace, made when needed.")
    private @Nullable Path folder;

    @Option(
            names = "--images",
            paramLabel = "FOLDER",
            description = "Folder of the images. Without it an existing workspace reads its own files again.")
    private @Nullable Path images;

    @Option(names = "--labels", paramLabel = "CSV", description = "CSV with a column of images and one of labels.")
    private @Nullable Path labels;

    @Option(names = "--test", paramLabel = "CSV", description = "CSV of the images to predict.")
    private @Nullable Path test;

    @Option(names = "--sample", paramLabel = "CSV", description = "Sample submission, whose form submissions take.")
    private @Nullable Path sample;

    @Option(
            names = "--classes",
            paramLabel = "CODE=NAME,...",
            description = "Classes in order with their names, such as \"1=Cargo,2=Military\".")
    private @Nullable String classes;

    @Option(names = "--image-column", paramLabel = "X", description = "Column that names the images.")
    private @Nullable String imageColumn;

    @Option(names = "--label-column", paramLabel = "Y", description = "Column that holds the labels.")
    private @Nullable String labelColumn;

    @Option(
            names = "--no-pool",
            description = "Leave out picture files that no list names; without it they are unlabeled images, the pool.")
    private boolean noPool;

    @Option(names = "--strict", description = "Refuse when any row cannot be used.")
    private boolean strict;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that read images; all processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    void run() {
        InitWorkspace.Result result = new InitWorkspace().run(request(), progress());
        if (json()) {
            out().println(JsonText.pretty(InitJson.of(result)));
        } else {
            print(result);
        }
    }

    private InitWorkspace.Request request() {
        Path workspace = Optional.ofNullable(folder)
                .or(() -> global().workspaceFolder())
                .orElseThrow(() -> refused("Name the folder of the workspace: drydock init DIR --images FOLDER."));
        if (threads < 1) {
            throw refused("--threads must be at least 1, was " + threads + ".");
        }
        ImportOptions options = new ImportOptions(
                Optional.ofNullable(imageColumn),
                Optional.ofNullable(labelColumn),
                Optional.ofNullable(classes).map(ClassList::parse),
                strict);
        String by = System.getProperty("user.name", "");
        if (images == null && !WorkspaceFolder.holdsWorkspace(workspace)) {
            throw refused("Missing required option: '--images=FOLDER'");
        }
        InitWorkspace.Request request = asked(workspace, options, by);
        return noPool ? request.withoutPool() : request;
    }

    private InitWorkspace.Request asked(Path workspace, ImportOptions options, String by) {
        return images == null
                ? InitWorkspace.Request.again(workspace)
                        .with(Optional.ofNullable(labels), Optional.ofNullable(test), Optional.ofNullable(sample))
                        .with(options, threads, by)
                : new InitWorkspace.Request(
                        workspace,
                        images,
                        Optional.ofNullable(labels),
                        Optional.ofNullable(test),
                        Optional.ofNullable(sample),
                        options,
                        true,
                        threads,
                        by);
    }

    private void print(InitWorkspace.Result result) {
        out().println("Workspace " + result.workspace());
        out().println();
        out().println(counted(result.labeled(), "labelled image") + " in "
                + counted(result.classes().size(), "class", "classes") + ", " + counted(result.test(), "image")
                + " to predict"
                + (result.pool() == 0 ? "" : ", " + counted(result.pool(), "unlabeled one") + " in the pool") + ".");
        if (result.unchanged()) {
            out().println("Nothing changed since the last init.");
        } else if (!result.first()) {
            out().println(result.added() + " added, " + result.relabeled() + " relabelled, " + result.rewritten()
                    + " with new content, " + result.removed() + " no longer listed"
                    + (result.pooled() == 0 ? "" : ", " + result.pooled() + " new in the pool") + ".");
        }
        DamagedText.print(result.damaged(), out());
        UnusableText.print(result.unusable(), out());
        long copies = result.duplicates().size();
        if (copies > 0) {
            out().println(counted(copies, "group") + " of exact copies: " + result.duplicates("conflict")
                    + " with conflicting labels, " + result.duplicates("leak") + " across parts, "
                    + result.duplicates("harmless") + " harmless.");
        }
        out().println();
        out().println("Next: drydock " + (result.labeled() == 0 ? "review --unlabeled" : "inspect") + " -w "
                + result.workspace());
    }
}
