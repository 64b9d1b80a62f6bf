package io.drydock.workbench.duplicate;

import io.drydock.core.device.Device;
import io.drydock.core.finding.Copy;
import io.drydock.core.finding.ImageGroup;
import io.drydock.core.label.LabelState;
import io.drydock.core.label.PartEffect;
import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import io.drydock.explore.duplicate.ComparedImage;
import io.drydock.explore.duplicate.CopyPair;
import io.drydock.explore.duplicate.NearGroups;
import io.drydock.workbench.Progress;
import io.drydock.workspace.Workspace;
import io.drydock.workspace.image.ImageList;
import io.drydock.workspace.image.Picture;
import io.drydock.workspace.image.StoredImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All copies in a workspace, exact and near, with labels and parts as of now. For one thread at a time. */
public final class WorkspaceCopies {
    private final Workspace workspace;
    private final Device device;

    /** Looks for them on the usual device. */
    public WorkspaceCopies(Workspace workspace) {
        this(workspace, Device.AUTO);
    }

    /** @param device that images are embedded on */
    public WorkspaceCopies(Workspace workspace, Device device) {
        this.workspace = workspace;
        this.device = device;
    }

    /**
     * What was found.
     *
     * @param groups of exact copies by file, by pixels, then of near ones
     * @param pairs of near copies, the most similar first
     * @param images that were compared
     * @param known whether the near pairs were found in the cache
     */
    public record Found(List<ImageGroup> groups, List<NearPair> pairs, int images, boolean known) {
        public Found {
            groups = List.copyOf(groups);
            pairs = List.copyOf(pairs);
        }

        /** A name for each image that has copies, the same for all copies of one picture, however they are copies. */
        public Map<String, String> groupOfImage() {
            Map<String, String> names = new HashMap<>();
            for (ImageGroup group : groups) {
                String name = group.images().stream()
                        .map(copy -> names.get(copy.image()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(group.images().get(0).image());
                for (Copy copy : group.images()) {
                    String before = names.put(copy.image(), name);
                    if (before != null && !before.equals(name)) {
                        names.replaceAll((image, each) -> each.equals(before) ? name : each);
                    }
                }
            }
            return names;
        }
    }

    /**
     * Finds them; needs embeddings, which are computed where they are not in the cache.
     *
     * @throws io.drydock.core.error.WorkspaceException if the cache cannot be written
     */
    public Found find(Progress progress) {
        List<ComparedImage> images = images();
        NearSearch.Found near = new NearSearch(workspace, device).among(images, progress);
        Set<String> dropped = workspace.journal().state().dropped();
        List<Integer> kept = new ArrayList<>();
        Map<String, Integer> standIn = new HashMap<>();
        for (int row = 0; row < images.size(); row++) {
            if (!dropped.contains(images.get(row).copy().image())) {
                standIn.putIfAbsent(images.get(row).pixelSha256(), kept.size());
                kept.add(row);
            }
        }
        List<ComparedImage> now = kept.stream().map(images::get).toList();
        List<CopyPair> pairs = pairsOf(near.pairs(), images, standIn);
        List<ImageGroup> groups = new ArrayList<>(workspace.currentDuplicates());
        groups.addAll(NearGroups.of(now, pairs));
        List<NearPair> named = pairs.stream()
                .map(pair -> new NearPair(
                        now.get(pair.first()).copy(), now.get(pair.second()).copy(), pair.match()))
                .toList();
        return new Found(groups, named, now.size(), near.known());
    }

    /** The pairs among images that are not dropped, by the first image of each content that is left. */
    private static List<CopyPair> pairsOf(
            List<CopyPair> pairs, List<ComparedImage> images, Map<String, Integer> standIn) {
        List<CopyPair> left = new ArrayList<>();
        for (CopyPair pair : pairs) {
            Integer first = standIn.get(images.get(pair.first()).pixelSha256());
            Integer second = standIn.get(images.get(pair.second()).pixelSha256());
            if (first != null && second != null) {
                left.add(
                        first < second
                                ? new CopyPair(first, second, pair.match())
                                : new CopyPair(second, first, pair.match().reversed()));
            }
        }
        return left;
    }

    /** Every usable image once, dropped ones too: labelled in import order, then those to predict, then the pool. */
    private List<ComparedImage> images() {
        LabelState labels = workspace.journal().state();
        Optional<Split> split = workspace.splits().findCurrent();
        Set<String> seen = new HashSet<>();
        List<ComparedImage> images = new ArrayList<>();
        for (ImageList list : ImageList.values()) {
            for (StoredImage image : workspace.current(list)) {
                if (image.picture().isPresent() && seen.add(image.path())) {
                    Picture picture = image.picture().get();
                    Copy copy = new Copy(
                            image.path(),
                            image.sha256(),
                            list == ImageList.TEST ? Part.TEST.key() : PartEffect.partOf(split, labels, image.path()),
                            list == ImageList.TEST ? Optional.empty() : labels.label(image.path()));
                    images.add(new ComparedImage(
                            copy,
                            picture.pixelSha256(),
                            picture.height(),
                            picture.width(),
                            image.sizeBytes(),
                            picture.check("sharpness")));
                }
            }
        }
        return images;
    }
}
