package io.drydock.image.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ImageSize;
import io.drydock.image.Pictures;
import io.drydock.image.decode.ImageDecoder;
import io.drydock.image.decode.Pixels;
import io.drydock.sample.ShipType;
import org.junit.jupiter.api.Test;

class ImageEncoderTest {
    private static final Pixels SHIP = Pictures.ship(ShipType.TANKERS, 8, 140, 210);

    @Test
    void pngLosesNothing() throws Exception {
        byte[] png = ImageEncoder.png(SHIP);

        assertThat(new ImageDecoder().decode(png).pixels()).isEqualTo(SHIP);
        assertThat(Pictures.pixels(Pictures.read(png))).isEqualTo(SHIP);
    }

    @Test
    void aThumbnailIsSmallKeepsItsShapeAndIsNeverEnlarged() {
        Pixels thumbnail = new ImageDecoder().decode(Thumbnail.jpeg(SHIP, 105)).pixels();

        assertThat(thumbnail.size()).isEqualTo(new ImageSize(70, 105));
        assertThat(Thumbnail.of(SHIP, 400)).isSameAs(SHIP);
        assertThat(Thumbnail.dataUri(SHIP, 96))
                .startsWith("data:image/jpeg;base64,/9j/")
                .hasSizeLessThan(8000);
    }
}
