package io.drydock.image.decode;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_TIFF_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import io.drydock.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** One picture as a file of every kind that is read, and the ways in which files get damaged. */
final class DrawnFiles {
    private DrawnFiles() {}

    static List<byte[]> all(Pixels picture) {
        BufferedImage rgb = Pictures.image(picture, BufferedImage.TYPE_INT_RGB);
        BufferedImage gray = Pictures.image(picture, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage indexed = Pictures.image(picture, BufferedImage.TYPE_BYTE_INDEXED);
        List<byte[]> files = new ArrayList<>();
        files.add(jpeg(picture));
        files.add(jpeg(picture, IMWRITE_JPEG_PROGRESSIVE, 1));
        files.add(jpeg(picture, IMWRITE_JPEG_RST_INTERVAL, 3));
        files.add(jpeg(picture, IMWRITE_JPEG_PROGRESSIVE, 1, IMWRITE_JPEG_RST_INTERVAL, 5));
        files.add(Pictures.file(gray, "jpeg"));
        files.add(SpecialFiles.cmyk(picture, 2));
        files.add(SpecialFiles.withOrientation(jpeg(picture), 6, true));
        files.add(opencv(picture, ".png"));
        files.add(SpecialFiles.sixteenBit(picture, ".png"));
        files.add(SpecialFiles.withAlpha(picture, 99, ".png"));
        files.add(Pictures.file(indexed, "png"));
        files.add(interlacedPng(rgb));
        files.add(opencv(picture, ".webp", IMWRITE_WEBP_QUALITY, 80));
        files.add(opencv(picture, ".webp", IMWRITE_WEBP_QUALITY, 101));
        files.add(SpecialFiles.withAlpha(picture, 99, ".webp"));
        files.add(opencv(picture, ".bmp"));
        files.add(Pictures.file(indexed, "bmp"));
        files.add(opencv(picture, ".tiff", IMWRITE_TIFF_COMPRESSION, 1));
        files.add(opencv(picture, ".tiff", IMWRITE_TIFF_COMPRESSION, 5));
        files.add(opencv(picture, ".tiff", IMWRITE_TIFF_COMPRESSION, 8));
        files.add(Pictures.file(rgb, "tiff"));
        files.add(Pictures.file(indexed, "gif"));
        return files;
    }

    static byte[] jpeg(Pixels picture, int... parameters) {
        return opencv(picture, ".jpg", parameters);
    }

    static byte[] opencv(Pixels picture, String extension, int... parameters) {
        byte[] bgr = new byte[picture.rgb().length];
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = picture.rgb()[i + 2];
            bgr[i + 1] = picture.rgb()[i + 1];
            bgr[i + 2] = picture.rgb()[i];
        }
        try (Mat mat = io.drydock.image.opencv.Mats.of(picture.height(), picture.width(), bgr);
                BytePointer bytes = new BytePointer()) {
            if (!imencode(extension, mat, bytes, new IntPointer(parameters))) {
                throw new IllegalStateException(extension);
            }
            byte[] file = new byte[(int) bytes.limit()];
            bytes.get(file);
            return file;
        }
    }

    static byte[] interlacedPng(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new javax.imageio.IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Without a stretch of bytes. */
    static byte[] without(byte[] file, int from, int count) {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        left.write(file, 0, from);
        int to = Math.min(file.length, from + count);
        left.write(file, to, file.length - to);
        return left.toByteArray();
    }

    /** With the checksums that its chunks have now, as far as they can be followed; other files as they are. */
    static byte[] withPngChecksums(byte[] file) {
        byte[] png = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = 8;
        while (png.length > 12 && png[1] == 'P' && at + 12 <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 checksum = new CRC32();
            checksum.update(png, at + 4, 4 + length);
            bytes.putInt(at + 8 + length, (int) checksum.getValue());
            at += 12 + length;
        }
        return png;
    }
}
