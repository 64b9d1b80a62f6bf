package io.drydock.image.decode;

import io.drydock.core.data.ImageSize;
import io.drydock.core.error.ImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a picture file declares before its pixels.
 *
 * @param height rows as stored, before EXIF rotation
 * @param width columns as stored, before EXIF rotation
 * @param bitDepth bits of one component, 1 to 32
 * @param orientation EXIF orientation in 1..8; 1 is upright
 */
public record ImageHeader(ImageFormat format, int height, int width, ColorMode mode, int bitDepth, int orientation) {
    public ImageHeader {
        if (height < 1 || width < 1) {
            throw new ImageException("declares a size of " + height + "x" + width);
        }
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation must lie in 1..8, was " + orientation);
        }
    }

    /**
     * Reads the header only.
     *
     * @throws ImageException if the file is absent, empty, truncated in its header, or no known picture
     */
    public static ImageHeader read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.size() == 0
                    ? ByteBuffer.allocate(0)
                    : channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            return Formats.header(new FileBytes(bytes));
        } catch (ImageException e) {
            throw new ImageException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ImageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** As {@link #read(Path)}, from the bytes of a whole file. */
    public static ImageHeader read(byte[] file) {
        return Formats.header(new FileBytes(ByteBuffer.wrap(file)));
    }

    /** Size of the upright picture, after EXIF rotation. */
    public ImageSize size() {
        return orientation >= 5 ? new ImageSize(width, height) : new ImageSize(height, width);
    }

    /** Whether the file holds one grey component. */
    public boolean storedGray() {
        return mode == ColorMode.GRAY;
    }
}
