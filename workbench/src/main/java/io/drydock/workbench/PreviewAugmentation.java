package io.drydock.workbench;

import io.drydock.core.data.Dataset;
import io.drydock.core.data.ImageSize;
import io.drydock.core.data.LabeledImage;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.error.ImageException;
import io.drydock.core.file.Existing;
import io.drydock.core.random.RandomStream;
import io.drydock.image.augment.Augmenter;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.image.hash.KnownPicture;
import io.drydock.image.resize.ResizeMode;
import io.drydock.image.resize.Resizer;
import io.drydock.train.config.Recipe;
import io.drydock.train.config.TrainConfig;
import io.drydock.workbench.preview.AugmentationWords;
import io.drydock.workbench.preview.PreviewPicture;
import io.drydock.workbench.preview.PreviewRow;
import io.drydock.workbench.report.PreviewPage;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.setting.ImageRoots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code drydock preview}: originals beside their augmented views, as a page and a picture. Safe for use by many threads. */
public final class PreviewAugmentation {
    private static final String PAGE = "preview.html";
    private static final String PICTURE = "preview.svg";

    private final ImageDecoder decoder = new ImageDecoder();

    /**
     * What to preview.
     *
     * @param workspace folder of the workspace
     * @param recipe whose sizes and augmentation are shown
     * @param size {@code 140x210}, instead of the recipe's
     * @param resize {@code squish}, {@code crop} or {@code pad}, instead of the recipe's
     * @param images number of images, at least 1
     * @param views augmented views of each, at least 1
     * @param seed draws the images and the views
     * @param output an SVG or PNG file beside the page; by default an SVG in the workspace's reports
     * @param force whether {@code output} may be replaced
     */
    public record Request(
            Path workspace,
            String recipe,
            Optional<String> size,
            Optional<String> resize,
            int images,
            int views,
            long seed,
            Optional<Path> output,
            boolean force) {
        /** Six images with five views each. */
        public static Request of(Path workspace, String recipe) {
            return new Request(
                    workspace, recipe, Optional.empty(), Optional.empty(), 6, 5, 42, Optional.empty(), false);
        }
    }

    /**
     * The previews and where they lie.
     *
     * @param summary resize mode, size and what augmentation may do, one line each
     * @param page the HTML page
     * @param picture the SVG or PNG file
     */
    public record Result(List<PreviewRow> rows, List<String> summary, Path page, Path picture) {
        public Result {
            rows = List.copyOf(rows);
            summary = List.copyOf(summary);
        }
    }

    /**
     * Draws images and views, and writes both files.
     *
     * @throws ConfigException if recipe, size, resize mode or numbers will not do
     * @throws DataException if no image can be read
     * @throws io.drydock.core.error.WorkspaceException if the output exists and {@code force} is not given
     */
    public Result run(Request request, Progress progress) {
        if (request.images() < 1 || request.views() < 1) {
            throw new ConfigException("A preview needs at least 1 image and 1 view, asked for were " + request.images()
                    + " and " + request.views() + ".");
        }
        TrainConfig config = Recipe.parse(request.recipe()).config();
        ImageSize size =
                request.size().map(ImageSize::parse).orElse(config.input().lastSize());
        ResizeMode mode =
                request.resize().map(ResizeMode::parse).orElse(config.input().resize());
        Workspace workspace = Workspace.open(request.workspace());
        Existing existing = request.output().isEmpty() || request.force() ? Existing.REPLACE : Existing.REFUSE;
        Path picture = request.output().orElse(workspace.reports().file(PICTURE));
        PreviewPicture.require(picture, existing);
        List<PreviewRow> rows =
                rows(workspace, request, new Resizer(mode, size), new Augmenter(config.augmentation(), size), progress);
        List<String> summary = new ArrayList<>();
        summary.add("Resized to " + size + " (height × width) by " + mode.key() + ": " + inWords(mode) + ".");
        summary.addAll(AugmentationWords.of(config.augmentation()));
        PreviewPicture.write(rows, picture, existing);
        Path page = workspace
                .reports()
                .write(
                        PAGE,
                        PreviewPage.of(config.recipe(), summary, rows, size).document());
        return new Result(rows, summary, page, picture);
    }

    private List<PreviewRow> rows(
            Workspace workspace, Request request, Resizer resizer, Augmenter augmenter, Progress progress) {
        Dataset data = workspace.dataset();
        ImageRoots roots = workspace.imageRoots();
        List<PreviewRow> rows = new ArrayList<>();
        for (int index : RandomStream.of(request.seed(), "preview").permutation(data.size())) {
            if (rows.size() == request.images()) {
                break;
            }
            LabeledImage image = data.images().get(index);
            try {
                Pixels original = KnownPicture.decode(decoder, roots.resolve(image.image()), image.sha256())
                        .pixels();
                rows.add(row(image, data, original, resizer, augmenter, request));
                progress.at("augmenting", rows.size(), request.images());
            } catch (ImageException unreadable) {
                progress.at("augmenting", rows.size(), request.images());
            }
        }
        if (rows.isEmpty()) {
            throw new DataException(
                    "None of the " + data.size() + " labelled images in " + roots.described() + " can be read.");
        }
        return rows;
    }

    private static PreviewRow row(
            LabeledImage image, Dataset data, Pixels original, Resizer resizer, Augmenter augmenter, Request request) {
        Pixels resized = resizer.apply(original);
        List<Pixels> views = new ArrayList<>();
        for (int view = 0; view < request.views(); view++) {
            views.add(augmenter.view(
                    resized, RandomStream.of(request.seed() ^ image.image().hashCode(), "preview-view", view)));
        }
        return new PreviewRow(image.image(), data.classes().get(image.label()).name(), original, resized, views);
    }

    private static String inWords(ResizeMode mode) {
        return switch (mode) {
            case SQUISH -> "sides change independently, shapes distort, nothing is lost";
            case CROP -> "shapes stay, what stands out at the long sides is cut off";
            case PAD -> "shapes stay, the rest is filled";
        };
    }
}
