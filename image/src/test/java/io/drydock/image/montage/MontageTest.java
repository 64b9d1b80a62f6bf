package io.drydock.image.montage;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.image.Pictures;
import io.drydock.image.decode.Pixels;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MontageTest {
    @Test
    void picturesStandRowByRowWithGaps() {
        Montage montage = new Montage(3, new ImageSize(14, 21), 2, 255);

        Pixels sheet = montage.sheet(Collections.nCopies(4, Pictures.flat(28, 42, 10, 20, 30)));

        assertThat(sheet.size()).isEqualTo(new ImageSize(2 * 16 + 2, 3 * 23 + 2));
        assertThat(sheet.at(0, 0, 0)).isEqualTo(255);
        assertThat(sheet.at(2, 2, 0)).isEqualTo(10);
        assertThat(sheet.at(20, 3, 2)).isEqualTo(30);
        assertThat(sheet.at(20, 30, 2)).as("no fifth picture").isEqualTo(255);
    }

    @Test
    void aPictureOfAnotherShapeIsCentredOnItsTile() {
        Pixels sheet = new Montage(1, new ImageSize(20, 20), 0, 200)
                .sheet(Collections.singletonList(Pictures.flat(10, 40, 0, 0, 0)));

        assertThat(sheet.at(0, 0, 0)).isEqualTo(200);
        assertThat(sheet.at(10, 10, 0)).isZero();
    }
}
