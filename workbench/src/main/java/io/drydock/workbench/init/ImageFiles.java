package io.drydock.workbench.init;

import io.drydock.core.data.FileCheck;
import io.drydock.core.data.FileProblem;
import io.drydock.image.check.PixelChecks;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.scan.ImageScanner;
import io.drydock.image.scan.ScannedImage;
import io.drydock.image.scan.ScannedPixels;
import io.drydock.workbench.Progress;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import io.drydock.workspace.image.Unusable;
import io.drydock.workspace.setting.ImageRoot;
import io.drydock.workspace.setting.ImageRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at image files and stores what they hold, batch by batch, so that a killed call loses little: what is stored and
 * has the same size and time of change is not looked at again. For one thread at a time.
 */
public final class ImageFiles {
    /** Folder and way of looking that stored results of a root came from; other ones are looked at again. */
    private static final String SCANNED = "scanned";

    private static final String VERSION = "3";
    private static final int BATCH = 2_000;

    private final Workspace workspace;
    private final ImageRoots roots;
    private final int threads;
    private final FileCheck onDisk;

    /** @param threads that look at images, at least 1 */
    public ImageFiles(Workspace workspace, ImageRoots roots, int threads) {
        this.workspace = workspace;
        this.roots = roots;
        this.threads = threads;
        this.onDisk = FileCheck.of(roots);
    }

    /**
     * Looks at those images that are not known yet.
     *
     * @return how many those were
     */
    public int lookAt(List<String> images, Progress progress) {
        Set<ImageRoot> others = rootsLookedAtOtherwise();
        Map<String, StoredImage> known = workspace.images().byPath();
        Map<String, Long> changedAt = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String image : images) {
            attributes(image).ifPresent(found -> {
                long modified = found.lastModifiedTime().toMillis();
                StoredImage stored = others.contains(roots.rootOf(image)) ? null : known.get(image);
                if (stored == null || stored.sizeBytes() != found.size() || stored.modifiedMillis() != modified) {
                    changedAt.put(image, modified);
                    unknown.add(image);
                }
            });
        }
        if (!others.isEmpty()) {
            workspace
                    .images()
                    .markUnknown(known.keySet().stream()
                            .filter(image -> others.contains(roots.rootOf(image)))
                            .toList());
            others.forEach(root -> workspace.settings().set(key(root), way(root)));
        }
        scan(unknown, changedAt, progress);
        return unknown.size();
    }

    private Set<ImageRoot> rootsLookedAtOtherwise() {
        Set<ImageRoot> others = new HashSet<>();
        for (ImageRoot root : roots.roots()) {
            if (!workspace.settings().find(key(root)).equals(Optional.of(way(root)))) {
                others.add(root);
            }
        }
        return others;
    }

    private static String key(ImageRoot root) {
        return root.prefix().isEmpty() ? SCANNED : SCANNED + " " + root.prefix();
    }

    private static String way(ImageRoot root) {
        return VERSION + " " + root.folder();
    }

    private void scan(List<String> images, Map<String, Long> changedAt, Progress progress) {
        ImageScanner scanner = new ImageScanner(new ImageDecoder(), threads);
        for (int from = 0; from < images.size(); from += BATCH) {
            int start = from;
            List<String> batch = images.subList(from, Math.min(images.size(), from + BATCH));
            List<ScannedImage> scanned = scanner.scan(
                    roots,
                    batch,
                    (index, image) -> {},
                    done -> progress.at("looking at images", start + done, images.size()));
            workspace
                    .images()
                    .put(scanned.stream()
                            .map(image -> stored(image, changedAt.getOrDefault(image.image(), 0L)))
                            .toList());
        }
    }

    /** What is wrong with an image, on disk or inside; nothing when it can be used. */
    public Optional<FileProblem> problem(Map<String, StoredImage> known, String image) {
        StoredImage stored = known.get(image);
        if (attributes(image).isEmpty() || stored == null) {
            return onDisk.problem(image);
        }
        return stored.unusable().map(found -> new FileProblem(found.reason(), found.message()));
    }

    private Optional<BasicFileAttributes> attributes(String image) {
        try {
            BasicFileAttributes found = Files.readAttributes(roots.resolve(image), BasicFileAttributes.class);
            return found.isRegularFile() ? Optional.of(found) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static StoredImage stored(ScannedImage image, long modifiedMillis) {
        return new StoredImage(
                image.image(),
                image.sha256(),
                image.sizeBytes(),
                modifiedMillis,
                image.contents().map(ImageFiles::picture),
                image.problem().map(problem -> new Unusable(problem.reason(), problem.message())));
    }

    private static Picture picture(ScannedPixels contents) {
        PixelChecks checks = contents.checks();
        return new Picture(
                contents.header().size().height(),
                contents.header().size().width(),
                contents.header().format().key(),
                contents.header().mode().key(),
                contents.header().orientation(),
                contents.pixelSha256(),
                Map.ofEntries(
                        Map.entry("brightness", checks.meanBrightness()),
                        Map.entry("dark", checks.dark()),
                        Map.entry("light", checks.light()),
                        Map.entry("contrast", checks.contrast()),
                        Map.entry("sharpness", checks.sharpness()),
                        Map.entry("entropy", checks.entropy()),
                        Map.entry("channel_spread", (double) checks.channelSpread()),
                        Map.entry("exactly_gray", checks.exactlyGray() ? 1.0 : 0.0),
                        Map.entry("tint", checks.tint()),
                        Map.entry("border", checks.border()),
                        Map.entry(Picture.MISSING_AREA, contents.condition().missingArea()),
                        Map.entry(Picture.MISSING_DETAIL, contents.condition().missingDetail()),
                        Map.entry(Picture.DAMAGED, contents.condition().damaged() ? 1.0 : 0.0)));
    }
}
