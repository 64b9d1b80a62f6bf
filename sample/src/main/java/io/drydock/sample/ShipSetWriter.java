package io.drydock.sample;

import io.drydock.sample.scene.Composition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Plans a set row by row from its seed, then draws and writes it on all cores. For one thread at a time. */
final class ShipSetWriter {
    private static final ShipType[] TYPES = ShipType.values();
    private static final BrokenKind[] BROKEN = BrokenKind.values();

    private final ShipSet set;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final List<Entry> train = new ArrayList<>();
    private final List<Entry> test = new ArrayList<>();
    private final Map<String, String> classOfImage = new HashMap<>();
    private final List<Planted.Mislabel> mislabeled = new ArrayList<>();
    private final List<Planted.Copy> copies = new ArrayList<>();
    private final List<String> gray = new ArrayList<>();
    private final List<String> several = new ArrayList<>();
    private final List<Planted.Broken> broken = new ArrayList<>();

    /** A file to be made from a drawing. */
    private record Entry(String image, ShipType type, String code, long seed, Composition composition, Finish finish) {
        Entry withCode(String other) {
            return new Entry(image, type, other, seed, composition, finish);
        }

        Entry withComposition(Composition other) {
            return new Entry(image, type, code, seed, other, finish);
        }

        Entry withFinish(Finish other) {
            return new Entry(image, type, code, seed, composition, other);
        }
    }

    /** The last step from a drawing's JPEG file to the file that is written. */
    private interface Finish {
        byte[] of(byte[] drawn);
    }

    ShipSetWriter(ShipSet set) {
        this.set = set;
        this.random = new Random(set.seed() * 0x9E3779B97F4A7C15L + 11);
    }

    Planted write(Path folder) {
        plan();
        try {
            Path images = Files.createDirectories(folder.resolve("images"));
            List<Entry> all = new ArrayList<>(train);
            all.addAll(test);
            IntStream.range(0, all.size()).parallel().forEach(i -> writeImage(images, all.get(i)));
            writeCsv(folder.resolve("train.csv"), "image,category", train, true);
            writeCsv(folder.resolve("test.csv"), "image", test, false);
            writeSample(folder.resolve("sample_submission.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Planted(classOfImage, mislabeled, copies, gray, several, broken);
    }

    private void plan() {
        for (int i = 0; i < set.labeled(); i++) {
            train.add(ship(typeFor(i, set.labeled())));
        }
        for (int i = 0; i < set.test(); i++) {
            test.add(ship(typeFor(i, set.test())));
        }
        Collections.shuffle(train, random);
        Collections.shuffle(test, random);
        int next = 0;
        for (int i = 0; i < set.mislabeled(); i++) {
            mislabel(next++);
        }
        for (int i = 0; i < set.gray(); i++) {
            turnGray(next++, i % 2 == 0);
        }
        for (int i = 0; i < set.several(); i++) {
            several.add(compose(next++, Composition.SEVERAL));
        }
        for (CopyKind kind : CopyKind.values()) {
            for (int i = 0; i < set.copies(kind); i++) {
                copy(train.get(next++ % set.labeled()), kind);
            }
        }
        for (int i = 0; i < set.broken(); i++) {
            BrokenKind kind = BROKEN[i % BROKEN.length];
            ShipType type = TYPES[random.nextInt(TYPES.length)];
            Entry entry = new Entry(name(), type, type.code(), random.nextLong(), Composition.USUAL, kind::spoil);
            train.add(entry);
            broken.add(new Planted.Broken(entry.image(), kind));
        }
        Collections.shuffle(train, random);
        Collections.shuffle(test, random);
    }

    /** Classes by exact shares, so that small sets hold every class too. */
    private static ShipType typeFor(int index, int count) {
        double place = (index + 0.5) / count;
        for (ShipType type : TYPES) {
            place -= type.share();
            if (place < 0) {
                return type;
            }
        }
        return ShipType.TANKERS;
    }

    private Entry ship(ShipType type) {
        Entry entry = new Entry(name(), type, type.code(), random.nextLong(), Composition.USUAL, drawn -> drawn);
        classOfImage.put(entry.image(), type.code());
        return entry;
    }

    private String name() {
        String name;
        do {
            name = 1_000_000 + random.nextInt(1_900_000) + ".jpg";
        } while (!names.add(name));
        return name;
    }

    private void mislabel(int index) {
        Entry entry = train.get(index);
        String wrong = otherThan(entry.type()).code();
        train.set(index, entry.withCode(wrong));
        mislabeled.add(new Planted.Mislabel(entry.image(), wrong, entry.type().code()));
    }

    private ShipType otherThan(ShipType type) {
        ShipType other;
        do {
            other = TYPES[random.nextInt(TYPES.length)];
        } while (other == type);
        return other;
    }

    private void turnGray(int index, boolean oneComponent) {
        Entry entry = train.get(index);
        Finish finish = drawn -> {
            BufferedImage picture = PictureFiles.read(drawn);
            BufferedImage plain = PictureFiles.redrawn(
                    picture, picture.getHeight(), picture.getWidth(), false, BufferedImage.TYPE_BYTE_GRAY);
            return PictureFiles.jpeg(
                    oneComponent
                            ? plain
                            : PictureFiles.redrawn(
                                    plain, plain.getHeight(), plain.getWidth(), false, BufferedImage.TYPE_INT_RGB),
                    0.9f);
        };
        train.set(index, entry.withFinish(finish));
        gray.add(entry.image());
    }

    private String compose(int index, Composition composition) {
        Entry entry = train.get(index);
        train.set(index, entry.withComposition(composition));
        return entry.image();
    }

    private void copy(Entry original, CopyKind kind) {
        String code = kind == CopyKind.CONFLICT ? otherThan(original.type()).code() : original.code();
        Entry entry = new Entry(
                name(),
                original.type(),
                code,
                original.seed(),
                original.composition(),
                drawn -> kind.copy(original.finish().of(drawn)));
        (kind == CopyKind.LEAK ? test : train).add(entry);
        classOfImage.put(entry.image(), original.type().code());
        copies.add(new Planted.Copy(entry.image(), original.image(), kind));
    }

    private static void writeImage(Path images, Entry entry) {
        try {
            byte[] drawn = ShipPictures.jpeg(entry.type(), entry.composition(), entry.seed());
            Files.write(images.resolve(entry.image()), entry.finish().of(drawn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCsv(Path file, String header, List<Entry> rows, boolean withCodes) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (Entry row : rows) {
            text.append(row.image());
            if (withCodes) {
                text.append(',').append(row.code());
            }
            text.append('\n');
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void writeSample(Path file) throws IOException {
        StringBuilder text = new StringBuilder("image,category\n");
        for (Entry row : test) {
            text.append(row.image()).append(',').append(ShipType.CARGO.code()).append('\n');
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
