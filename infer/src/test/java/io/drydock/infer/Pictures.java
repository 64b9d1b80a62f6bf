package io.drydock.infer;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import io.drydock.core.random.RandomStream;
import io.drydock.image.decode.Pixels;
import io.drydock.infer.batch.PixelSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Noise pictures by index, some of which may be broken; counts how often it was asked. */
public final class Pictures implements PixelSource {
    public static final ImageSize SIZE = new ImageSize(20, 32);

    private final Set<Integer> broken;
    private final AtomicInteger asked = new AtomicInteger();

    public Pictures(Integer... broken) {
        this.broken = Set.of(broken);
    }

    /** Times a picture was asked for. */
    public int asked() {
        return asked.get();
    }

    @Override
    public Pixels pixels(int index) {
        asked.incrementAndGet();
        if (broken.contains(index)) {
            throw new ImageException("picture " + index + " is cut short");
        }
        return noise(index);
    }

    /** Noise that depends on the index alone. */
    public static Pixels noise(int index) {
        RandomStream stream = RandomStream.of(index, "noise");
        byte[] rgb = new byte[(int) SIZE.area() * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) stream.nextInt(256);
        }
        return new Pixels(SIZE.height(), SIZE.width(), rgb);
    }
}
