package io.drydock.infer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.augment.Augmentation;
import io.drydock.image.resize.ResizeMode;
import io.drydock.infer.Pictures;
import io.drydock.infer.TinyModel;
import io.drydock.infer.batch.Progress;
import io.drydock.infer.batch.SkippedImage;
import io.drydock.infer.onnx.OnnxFeatureExtractor;
import io.drydock.infer.onnx.SessionSettings;
import io.drydock.network.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
    private static final int RECORD_BYTES = 32 + 2 * TinyModel.CHANNELS * 4 + 4;

    @TempDir
    Path folder;

    @Test
    void featuresAreComputedOnceAndReadAfterwards() {
        Features first = features(plain(), 0, hashes(20), new Pictures());
        Pictures untouched = new Pictures();
        Features second = features(plain(), 0, hashes(20), untouched);

        assertThat(first.computed()).isEqualTo(20);
        assertThat(second.computed()).isZero();
        assertThat(untouched.asked()).isZero();
        assertThat(second.rows()).isDeepEqualTo(first.rows());
    }

    @Test
    void onlyNewPicturesAreComputedAndOrderDoesNotMatter() {
        float[][] before = features(plain(), 0, hashes(8), new Pictures()).rows();
        Pictures more = new Pictures();
        Features after = features(plain(), 0, hashes(20), more);

        assertThat(after.computed()).isEqualTo(12);
        assertThat(more.asked()).isEqualTo(12);
        assertThat(List.of(after.rows()).subList(0, 8)).containsExactly(before);
    }

    @Test
    void picturesOfEqualContentAreComputedOnce() {
        List<String> same = Collections.nCopies(5, hash(3));

        Features features = features(plain(), 0, same, new Pictures());

        assertThat(features.computed()).isEqualTo(1);
        assertThat(features.rows()[4]).isEqualTo(features.rows()[0]);
    }

    @Test
    void anAugmentedViewDependsOnSeedViewAndContentButNotOnOrder() {
        FeatureSettings settings = augmented(7);
        float[][] rows = features(settings, 2, hashes(10), new Pictures()).rows();
        List<String> reversed =
                hashes(10).stream().sorted(Collections.reverseOrder()).toList();

        Features elsewhere = features(
                new FeatureCache(folder.resolve("elsewhere")),
                settings,
                2,
                reversed,
                index -> Pictures.noise(Integer.parseInt(reversed.get(index).substring(60), 16)));

        assertThat(List.of(elsewhere.rows())).containsExactlyInAnyOrder(rows);
        assertThat(features(settings, 3, hashes(10), new Pictures()).rows()[0]).isNotEqualTo(rows[0]);
        assertThat(features(augmented(8), 2, hashes(10), new Pictures()).rows()[0])
                .isNotEqualTo(rows[0]);
    }

    @Test
    void everythingThatChangesFeaturesChangesTheFile() {
        FeatureSettings base = augmented(7);
        List<String> digests = List.of(
                base.digest(0),
                base.digest(1),
                augmented(8).digest(0),
                plain().digest(0),
                settings(TinyModel.otherBackbone(), Augmentation.NONE, 0).digest(0),
                with(base, new ImageSize(20, 33), base.resize(), base.size(), base.normalization()),
                with(base, base.stored(), ResizeMode.CROP, base.size(), base.normalization()),
                with(base, base.stored(), base.resize(), new ImageSize(20, 33), base.normalization()),
                with(base, base.stored(), base.resize(), base.size(), Normalization.IMAGENET));

        assertThat(digests).doesNotHaveDuplicates();
        assertThat(plain().digest(4)).isEqualTo(plain().digest(0));
    }

    @Test
    void whatAKillLeftBehindIsComputedAgain() throws IOException {
        float[][] rows = features(plain(), 0, hashes(20), new Pictures()).rows();
        Path file = new FeatureCache(folder).file(plain(), 0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 3 * RECORD_BYTES - 17));

        Features again = features(plain(), 0, hashes(20), new Pictures());

        assertThat(again.computed()).isEqualTo(4);
        assertThat(again.rows()).isDeepEqualTo(rows);
        assertThat(features(plain(), 0, hashes(20), new Pictures()).computed()).isZero();
    }

    @Test
    void aDamagedRowIsComputedAgainAndNeverReturned() throws IOException {
        float[][] rows = features(plain(), 0, hashes(20), new Pictures()).rows();
        Path file = new FeatureCache(folder).file(plain(), 0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 15 * RECORD_BYTES + 40] ^= 1;
        Files.write(file, bytes);

        Features again = features(plain(), 0, hashes(20), new Pictures());

        assertThat(again.computed()).isEqualTo(15);
        assertThat(again.rows()).isDeepEqualTo(rows);
        assertThat(features(plain(), 0, hashes(20), new Pictures()).computed()).isZero();
    }

    @Test
    void whoKeepsTheBudgetHearsOfEachFileThatIsRead() {
        List<Path> used = new ArrayList<>();
        FeatureCache cache = new FeatureCache(folder, used::add);
        features(cache, plain(), 0, hashes(5), new Pictures());
        assertThat(used).isEmpty();

        features(cache, plain(), 0, hashes(5), new Pictures());

        assertThat(used).containsExactly(cache.file(plain(), 0));
    }

    @Test
    void aFileThatIsNoCacheIsReplaced() throws IOException {
        Path file = new FeatureCache(folder).file(plain(), 0);
        Files.writeString(file, "not features at all", StandardOpenOption.CREATE_NEW);

        assertThat(features(plain(), 0, hashes(3), new Pictures()).computed()).isEqualTo(3);
        assertThat(features(plain(), 0, hashes(3), new Pictures()).computed()).isZero();
    }

    @Test
    void brokenPicturesHaveAnEmptyRowAndAreTriedAgainNextTime() {
        Features features = features(plain(), 0, hashes(6), new Pictures(4));

        assertThat(features.skipped()).containsExactly(new SkippedImage(4, "picture 4 is cut short"));
        assertThat(features.rows()[4]).isEmpty();
        assertThat(features.computed()).isEqualTo(5);
        assertThat(features(plain(), 0, hashes(6), new Pictures()).computed()).isEqualTo(1);
    }

    private static String with(
            FeatureSettings base, ImageSize stored, ResizeMode resize, ImageSize size, Normalization normalization) {
        return new FeatureSettings(
                        base.backboneSha256(), stored, resize, size, normalization, base.augmentation(), base.seed())
                .digest(0);
    }

    private static FeatureSettings plain() {
        return settings(TinyModel.backbone(), Augmentation.NONE, 0);
    }

    private static FeatureSettings augmented(long seed) {
        return settings(TinyModel.backbone(), Augmentation.ARTICLE, seed);
    }

    private static FeatureSettings settings(Model backbone, Augmentation augmentation, long seed) {
        return new FeatureSettings(
                FeatureSettings.hashOf(backbone),
                Pictures.SIZE,
                ResizeMode.SQUISH,
                Pictures.SIZE,
                Normalization.HALF,
                augmentation,
                seed);
    }

    private static List<String> hashes(int count) {
        return IntStream.range(0, count).mapToObj(FeatureCacheTest::hash).toList();
    }

    /** A made-up content hash that spreads over its first digits and ends in the index. */
    private static String hash(int index) {
        return String.format("%016x%044x%04x", TinyModel.stream(index).nextLong(), 0, index);
    }

    private Features features(FeatureSettings settings, int view, List<String> hashes, Pictures pictures) {
        return features(new FeatureCache(folder), settings, view, hashes, pictures);
    }

    private static Features features(
            FeatureCache cache,
            FeatureSettings settings,
            int view,
            List<String> hashes,
            io.drydock.infer.batch.PixelSource pictures) {
        try (OnnxFeatureExtractor extractor = OnnxFeatureExtractor.of(TinyModel.backbone(), SessionSettings.lanes(2))) {
            return cache.features(settings, view, hashes, pictures, extractor, Progress.NONE);
        }
    }
}
