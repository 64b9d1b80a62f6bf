package io.drydock.workbench.audit;

import io.drydock.core.data.ClassList;
import io.drydock.core.finding.Finding;
import io.drydock.core.finding.FindingKind;
import io.drydock.core.label.LabelState;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.explore.check.PictureChecks;
import io.drydock.workbench.Progress;
import io.drydock.workbench.init.ImageFiles;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All usable images of a workspace that are not dropped, with labels and parts as of one moment: labelled ones in import
 * order, then those to be predicted; images of the pool count once they have a label. An image in both lists stands once, as labelled.
 *
 * @param classes in init order
 * @param split number of the current split; empty when nothing was split yet
 */
public record ImageSet(ClassList classes, OptionalInt split, List<AuditedImage> images) {
    public ImageSet {
        images = List.copyOf(images);
    }

    /** Reads the set; pictures that an earlier version measured are measured again. */
    public static ImageSet of(Workspace workspace, Progress progress) {
        measureAll(workspace, progress);
        ClassList classes = workspace.classes();
        LabelState labels = workspace.journal().state();
        Optional<Split> split = workspace.currentSplit();
        Set<String> dropped = labels.dropped();
        Set<String> seen = new HashSet<>();
        List<AuditedImage> images = new ArrayList<>();
        for (StoredImage image : labeled(workspace)) {
            OptionalInt label = labels.label(image.path()).map(classes::indexOf).orElse(OptionalInt.empty());
            if (label.isPresent() && !dropped.contains(image.path()) && seen.add(image.path())) {
                add(images, image, label, split.flatMap(drawn -> drawn.part(image.path())));
            }
        }
        for (StoredImage image : workspace.current(ImageList.TEST)) {
            if (!dropped.contains(image.path()) && seen.add(image.path())) {
                add(images, image, OptionalInt.empty(), Optional.of(Part.TEST));
            }
        }
        return new ImageSet(
                classes, split.map(drawn -> OptionalInt.of(drawn.number())).orElse(OptionalInt.empty()), images);
    }

    private static List<StoredImage> labeled(Workspace workspace) {
        Set<String> changed = workspace.changedImages().all().keySet();
        return workspace.labeledImages().stream()
                .filter(image -> !changed.contains(image.path()))
                .toList();
    }

    private static void add(List<AuditedImage> images, StoredImage image, OptionalInt label, Optional<Part> part) {
        image.picture()
                .ifPresent(picture -> images.add(
                        new AuditedImage(image.path(), image.sha256(), image.sizeBytes(), picture, label, part)));
    }

    private static void measureAll(Workspace workspace, Progress progress) {
        Map<String, StoredImage> known = workspace.images().byPath();
        boolean measured = known.values().stream()
                .flatMap(image -> image.picture().stream())
                .allMatch(picture -> picture.checks().keySet().containsAll(PictureChecks.MEASURES));
        if (!measured) {
            Set<String> changed = workspace.changedImages().all().keySet();
            new ImageFiles(
                            workspace,
                            workspace.imageRoots(),
                            Runtime.getRuntime().availableProcessors())
                    .lookAt(
                            known.keySet().stream()
                                    .filter(image -> !changed.contains(image))
                                    .toList(),
                            progress);
        }
    }

    /** Images with a label. */
    public List<AuditedImage> labeled() {
        return images.stream().filter(AuditedImage::labeled).toList();
    }

    /** Images to be predicted. */
    public List<AuditedImage> test() {
        return images.stream().filter(image -> !image.labeled()).toList();
    }

    /** Each image by its path. */
    public Map<String, AuditedImage> byPath() {
        Map<String, AuditedImage> byPath = new HashMap<>();
        images.forEach(image -> byPath.put(image.image(), image));
        return byPath;
    }

    /** Hash of each image's file by its path. */
    public Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        images.forEach(image -> contents.put(image.image(), image.sha256()));
        return contents;
    }

    /** What people call an image's class; {@code to predict} where it has none. */
    public String className(AuditedImage image) {
        return image.label().isPresent() ? classes.get(image.label().getAsInt()).name() : "to predict";
    }

    /**
     * A finding about an image, not yet ranked.
     *
     * @param version of the check
     * @param contents hashes of other files that it is about
     */
    static Finding finding(
            FindingKind kind,
            int version,
            AuditedImage image,
            double score,
            OptionalInt suggested,
            Map<String, Object> evidence,
            List<String> contents) {
        List<String> hashes = new ArrayList<>(List.of(image.sha256()));
        hashes.addAll(contents);
        return new Finding(
                Finding.idOf(kind, version, hashes.toArray(String[]::new)),
                kind,
                1,
                Math.max(0, Math.min(1, score)),
                image.image(),
                image.part(),
                image.label(),
                suggested,
                evidence);
    }
}
