package io.drydock.image;

import io.drydock.image.decode.Pixels;
import io.drydock.sample.ShipPictures;
import io.drydock.sample.ShipType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures and files that tests start from. */
public final class Pictures {
    private Pictures() {}

    /** Four plain quarters: red, green above blue, yellow. Survives lossy compression away from the seams. */
    public static Pixels quarters(int height, int width) {
        byte[] rgb = new byte[height * width * 3];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                boolean top = y < height / 2;
                boolean left = x < width / 2;
                rgb[at] = (byte) (top && left || !top && !left ? 220 : 20);
                rgb[at + 1] = (byte) (left ? 20 : 200);
                rgb[at + 2] = (byte) (!top && left ? 230 : 30);
            }
        }
        return new Pixels(height, width, rgb);
    }

    public static Pixels ship(ShipType type, long seed, int height, int width) {
        return pixels(ShipPictures.draw(type, seed, height, width));
    }

    public static Pixels flat(int height, int width, int r, int g, int b) {
        byte[] rgb = new byte[height * width * 3];
        for (int at = 0; at < rgb.length; at += 3) {
            rgb[at] = (byte) r;
            rgb[at + 1] = (byte) g;
            rgb[at + 2] = (byte) b;
        }
        return new Pixels(height, width, rgb);
    }

    public static Pixels pixels(BufferedImage image) {
        byte[] rgb = new byte[image.getHeight() * image.getWidth() * 3];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return new Pixels(image.getHeight(), image.getWidth(), rgb);
    }

    public static BufferedImage image(Pixels pixels, int type) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int color = pixels.at(y, x, 0) << 16 | pixels.at(y, x, 1) << 8 | pixels.at(y, x, 2);
                image.setRGB(x, y, 0xFF000000 | color);
            }
        }
        return image;
    }

    /** A file by the JDK's own writers, as a second opinion beside OpenCV. */
    public static byte[] file(IIOImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(0.95f);
                parameters.setProgressiveMode(
                        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            }
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] file(BufferedImage image, String format) {
        return file(new IIOImage(image, null, null), format, false);
    }

    public static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** The real ship set, when it lies beside the project. */
    public static Optional<Path> ships() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            for (Path shared : new Path[] {at.resolve("shared"), at.resolve("../shared")}) {
                Path images = shared.resolve("ships/images").normalize();
                if (Files.isDirectory(images)) {
                    return Optional.of(images);
                }
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
