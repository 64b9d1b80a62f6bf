package io.drydock.image.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drydock.core.data.ImageSize;
import io.drydock.core.data.Normalization;
import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelBatchTest {
    private static final ImageSize SIZE = new ImageSize(6, 8);

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everyValueStandsNormalizedWhereItsLayoutSays(Layout layout) {
        PixelBatch batch = new PixelBatch(3, SIZE, Normalization.IMAGENET, layout);
        Pixels picture = Pictures.quarters(6, 8);

        batch.set(2, picture);

        FloatBuffer values = batch.values(3);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 8; x++) {
                    int at = layout == Layout.NCHW ? ((2 * 3 + c) * 6 + y) * 8 + x : ((2 * 6 + y) * 8 + x) * 3 + c;
                    double expected = (picture.at(y, x, c) / 255.0
                                    - Normalization.IMAGENET.mean().get(c))
                            / Normalization.IMAGENET.std().get(c);
                    assertThat((double) values.get(at)).isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @Test
    void theBufferIsDirectAndAsLongAsItsPictures() {
        PixelBatch batch = new PixelBatch(4, SIZE, Normalization.HALF, Layout.NHWC);

        assertThat(batch.values(2).isDirect()).isTrue();
        assertThat(batch.values(2).remaining()).isEqualTo(2 * 6 * 8 * 3);
    }

    @Test
    void anotherSizeOrSlotIsRefused() {
        PixelBatch batch = new PixelBatch(1, SIZE, Normalization.HALF, Layout.NCHW);

        assertThatThrownBy(() -> batch.set(0, Pictures.quarters(8, 8))).hasMessageContaining("6x8");
        assertThatThrownBy(() -> batch.set(1, Pictures.quarters(6, 8))).hasMessageContaining("slot 1");
    }
}
