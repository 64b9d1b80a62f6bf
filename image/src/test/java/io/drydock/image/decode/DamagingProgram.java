package io.drydock.image.decode;

import io.drydock.core.error.ImageException;
import io.drydock.image.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Decodes drawn pictures of every format after cutting them off or changing bytes; a program of its own, so that its standard error can be looked at. */
final class DamagingProgram {
    private DamagingProgram() {}

    /** @param args a seed, and how many files to damage */
    public static void main(String[] args) {
        Random random = new Random(Long.parseLong(args[0]));
        List<byte[]> files = DrawnFiles.all(Pictures.ship(io.drydock.sample.ShipType.CARGO, 5, 61, 90));
        ImageDecoder decoder = new ImageDecoder(4_000_000);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            byte[] file = damaged(files.get(i % files.size()), random);
            String outcome;
            try {
                DecodedImage image = decoder.decode(file);
                outcome = image.condition().damaged() ? "damaged" : "whole";
            } catch (ImageException refused) {
                outcome = "refused";
            }
            outcomes.merge(outcome, 1, Integer::sum);
        }
        System.out.println(outcomes);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] file = whole.clone();
        int kind = random.nextInt(4);
        if (kind == 0) {
            return java.util.Arrays.copyOf(file, 1 + random.nextInt(file.length - 1));
        }
        if (kind == 1) {
            return DrawnFiles.without(file, random.nextInt(file.length), 1 + random.nextInt(200));
        }
        for (int n = 1 + random.nextInt(kind == 2 ? 1 : 20); n > 0; n--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? DrawnFiles.withPngChecksums(file) : file;
    }
}
