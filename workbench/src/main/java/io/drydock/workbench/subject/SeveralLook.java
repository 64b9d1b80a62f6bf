package io.drydock.workbench.subject;

import io.drydock.core.device.Device;
import io.drydock.core.statistic.RocArea;
import io.drydock.explore.check.CheckResult;
import io.drydock.explore.check.SeveralCheck;
import io.drydock.explore.subject.LearnedTrait;
import io.drydock.image.compose.Composite;
import io.drydock.workbench.Progress;
import io.drydock.workbench.audit.AuditedImage;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.ImageFeatures;
import io.drydock.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures that seem to show several subjects, ranked by what pictures look like of which two were put together from the
 * set's own. It depends on contents and encoder alone: no label and no seed of an audit changes it.
 *
 * @param listed the head of the ranking; empty where the check was not made
 * @param notMade why not, in a sentence; empty where it was made
 */
public record SeveralLook(Optional<Listed> listed, Optional<String> notMade) {
    /** Raised when results mean something else. */
    public static final int VERSION = 1;

    /** As many as it was tried with (docs/cleaning.md). */
    private static final int SOURCES = 400;

    private static final double CHANCE = 0.5;

    /**
     * A ranking.
     *
     * @param check whose flags, the head of the ranking, name rows of {@link ImageSet#images}
     * @param made how well made pictures were told apart whose sources were not learned from
     * @param counted whether the encoder is the one by which a list was counted by eye
     */
    public record Listed(CheckResult check, RocArea made, boolean counted) {}

    /** The check, where it was made. */
    public List<CheckResult> checks() {
        return listed.map(Listed::check).stream().toList();
    }

    /**
     * Looks.
     *
     * @param features of the set's pictures by the same encoder
     * @throws io.drydock.core.error.WeightsException if the encoder's weights cannot be had
     */
    public static SeveralLook of(
            Workspace workspace, ImageSet set, ImageFeatures features, Encoder encoder, Progress progress) {
        Map<String, float[]> byImage = features.byImage();
        List<AuditedImage> sources = sources(set, byImage);
        if (sources.size() < SOURCES) {
            return tooFew(sources.size());
        }
        Map<Composite, float[][]> made = new ComposedPictures(workspace, sources).features(encoder, progress);
        int[] read = IntStream.range(0, sources.size())
                .filter(i -> made.values().stream().allMatch(rows -> rows[i].length > 0))
                .toArray();
        if (read.length < SOURCES / 2) {
            return tooFew(read.length);
        }
        int[] known = IntStream.range(0, set.images().size())
                .filter(i -> byImage.containsKey(set.images().get(i).image()))
                .toArray();
        LearnedTrait several = LearnedTrait.of(
                IntStream.of(known)
                        .mapToObj(i -> byImage.getOrDefault(set.images().get(i).image(), new float[0]))
                        .toArray(float[][]::new),
                rows(made, Composite.SEVERAL, read),
                rows(made, Composite.NOT_SEVERAL, read));
        if (several.made().low() <= CHANCE) {
            return without(String.format(
                    Locale.ROOT,
                    "by %s, pictures of two put together from this set cannot be told from pictures of one (area under"
                            + " the ROC curve %.2f, where chance is .5)",
                    features.encoder(),
                    several.made().area()));
        }
        double[] values = new double[set.images().size()];
        Arrays.fill(values, Double.NaN);
        for (int k = 0; k < known.length; k++) {
            values[known[k]] = several.values()[k];
        }
        boolean counted = encoder.on(Device.AUTO).equals(Encoder.standard());
        return new SeveralLook(
                Optional.of(new Listed(SeveralCheck.of(values), several.made(), counted)), Optional.empty());
    }

    /** Different pictures to put together, in an order that follows from their contents. */
    private static List<AuditedImage> sources(ImageSet set, Map<String, float[]> byImage) {
        Map<String, AuditedImage> byContent = new LinkedHashMap<>();
        set.images().stream()
                .filter(image -> byImage.containsKey(image.image()))
                .sorted(Comparator.comparing(AuditedImage::sha256).thenComparing(AuditedImage::image))
                .forEach(image -> byContent.putIfAbsent(image.sha256(), image));
        return new ArrayList<>(byContent.values()).subList(0, Math.min(SOURCES, byContent.size()));
    }

    private static SeveralLook tooFew(int pictures) {
        return without(String.format(
                Locale.ROOT,
                "at least %d different pictures that can be read are needed to learn from, and there are %d",
                SOURCES,
                pictures));
    }

    private static SeveralLook without(String reason) {
        return new SeveralLook(Optional.empty(), Optional.of(reason));
    }

    private static float[][] rows(Map<Composite, float[][]> made, Composite kind, int[] read) {
        float[][] all = made.getOrDefault(kind, new float[0][]);
        return IntStream.of(read).mapToObj(i -> all[i]).toArray(float[][]::new);
    }
}
