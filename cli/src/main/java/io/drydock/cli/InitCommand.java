package io.drydock.cli;

import io.drydock.core.csv.CsvOptions;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.WorkspaceFolder;
import io.drydock.workbench.init.RootFolders;
import io.drydock.workbench.json.InitJson;
import io.drydock.workbench.json.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drydock init}. For one thread at a time. */
@Command(
        name = "init",
        description = "Make a workspace of image folders and their labels, and look at every image once.",
        footer = {
            "",
            "Without --labels the folders below --images are the classes. Originals are never written.",
            "Images of the first --images are named by their paths below it; images of a further folder have its name and"
                    + " a slash in front, such as test_images/0001.jpg.",
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
            description =
                    "Folder of the images; once for each, when there are several. Without it an existing workspace"
                            + " reads its own files again.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--test-images",
            paramLabel = "FOLDER",
            description = "Folder where the images of --test are looked for first. Without --test all of its images are"
                    + " to be predicted.")
    private @Nullable Path testImages;

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
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of the CSVs, such as windows-1252; UTF-8 and UTF-16 are recognized.")
    private @Nullable String encoding;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Separator in the CSVs, one character or the word tab; , ; | and tab are recognized.")
    private @Nullable String separator;

    @Option(
            names = "--no-header",
            description = "The first line of the CSVs is a row; columns are then 1, 2, and so on.")
    private boolean noHeader;

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
                        strict)
                .withCsv(csv());
        String by = System.getProperty("user.name", "");
        if (images.isEmpty() && !WorkspaceFolder.holdsWorkspace(workspace)) {
            throw refused("Missing required option: '--images=FOLDER'");
        }
        InitWorkspace.Request request = asked(workspace, options, by);
        return noPool ? request.withoutPool() : request;
    }

    private InitWorkspace.Request asked(Path workspace, ImportOptions options, String by) {
        return images.isEmpty()
                ? again(workspace).with(options, threads, by)
                : new InitWorkspace.Request(
                        workspace,
                        images,
                        Optional.ofNullable(testImages),
                        Optional.ofNullable(labels),
                        Optional.ofNullable(test),
                        Optional.ofNullable(sample),
                        options,
                        true,
                        threads,
                        by);
    }

    private InitWorkspace.Request again(Path workspace) {
        InitWorkspace.Request known = InitWorkspace.Request.again(workspace)
                .with(Optional.ofNullable(labels), Optional.ofNullable(test), Optional.ofNullable(sample));
        return Optional.ofNullable(testImages).map(known::withTestImages).orElse(known);
    }

    private CsvOptions csv() {
        CsvOptions csv = CsvOptions.automatic();
        if (encoding != null) {
            csv = csv.withEncoding(encoding);
        }
        if (separator != null) {
            csv = csv.withSeparator(separator);
        }
        return noHeader ? csv.withoutHeader() : csv;
    }

    private void print(InitWorkspace.Result result) {
        out().println("Workspace " + result.workspace());
        print(result.folders(), result.first());
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
        result.notes().forEach(note -> out().println("Note: " + note.message()));
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

    private void print(RootFolders folders, boolean first) {
        if (folders.folders().size() > 1) {
            folders.folders()
                    .forEach(folder -> out().println("Images in " + folder.path()
                            + (folder.prefix().isEmpty() ? "" : ", named " + folder.prefix() + "...")));
        }
        if (!first) {
            folders.added().forEach(folder -> out().println("Image folder added: " + folder));
            folders.removed().forEach(folder -> out().println("Image folder removed: " + folder));
        }
    }
}
