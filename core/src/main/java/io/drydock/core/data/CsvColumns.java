package io.drydock.core.data;

import io.drydock.core.csv.CsvRow;
import io.drydock.core.csv.CsvTable;
import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which column names the images and which holds the labels: as told, else by the names people use, else by values that end
 * as image files do, else as the only one left. Anything ambiguous is an error that names the columns.
 *
 * @param image position in the header
 * @param label position in the header; -1 where the labels are one-hot
 * @param oneHot the columns of the classes, where each class has one
 */
public record CsvColumns(int image, int label, Optional<OneHot> oneHot) {
    private static final Set<String> IMAGE_NAMES = Set.of(
            "image",
            "images",
            "img",
            "file",
            "files",
            "filename",
            "filenames",
            "filepath",
            "path",
            "imagename",
            "imageid",
            "imagefile",
            "imagepath",
            "picture",
            "photo",
            "id",
            "name",
            "fname");
    private static final Set<String> LABEL_NAMES = Set.of(
            "label",
            "labels",
            "class",
            "classes",
            "category",
            "categories",
            "target",
            "y",
            "tag",
            "classid",
            "labelid",
            "categoryid",
            "classname",
            "labelname");
    private static final int ROWS_LOOKED_AT = 1000;

    /**
     * The columns of labelled images.
     *
     * @throws DataException if it is not clear which they are
     */
    public static CsvColumns labelled(CsvTable table, ImportOptions options) {
        requireHeader(table);
        int image = options.imageColumn()
                .map(name -> told(table, name, "--image-column"))
                .orElse(-1);
        int label = options.labelColumn()
                .map(name -> told(table, name, "--label-column"))
                .orElse(-1);
        if (image < 0) {
            image = recognizedImage(table, label);
        }
        if (label < 0) {
            List<Integer> named = labelColumns(table, image);
            Optional<OneHot> oneHot = named.size() == 1 ? Optional.empty() : OneHot.find(table, others(table, image));
            if (oneHot.isPresent()) {
                return new CsvColumns(image, -1, oneHot);
            }
            if (named.size() != 1) {
                throw ambiguous(table, "holds the labels", "--label-column");
            }
            label = named.get(0);
        }
        if (image == label) {
            throw new DataException(
                    table.source() + ": column \"" + table.header().get(image)
                            + "\" cannot be both image and label. Say which with --image-column and --label-column.");
        }
        return new CsvColumns(image, label, Optional.empty());
    }

    /** Name of the column of labels; empty where there is none of that kind. */
    public String labelName(CsvTable table) {
        return label < 0 ? "" : table.header().get(label);
    }

    /** What a row has as its label. */
    public String label(CsvTable table, CsvRow row) {
        return oneHot.map(columns -> columns.label(table, row)).orElseGet(() -> row.field(label));
    }

    /**
     * The column of images to predict.
     *
     * @throws DataException if it is not clear which it is
     */
    public static int imagesOnly(CsvTable table, ImportOptions options) {
        requireHeader(table);
        return options.imageColumn()
                .filter(table.header()::contains)
                .map(table::column)
                .orElseGet(() -> recognizedImage(table, -1));
    }

    private static int told(CsvTable table, String name, String option) {
        try {
            return table.column(name);
        } catch (DataException e) {
            throw new ConfigException(option + ": " + e.getMessage(), e);
        }
    }

    private static void requireHeader(CsvTable table) {
        for (String cell : table.header()) {
            if (ImagePath.looksLikeImage(cell)) {
                throw new DataException(table.source() + " has no header: line 1 already names the image \"" + cell
                        + "\". Add a first line such as image,label, or give --no-header.");
            }
        }
    }

    private static int recognizedImage(CsvTable table, int label) {
        List<Integer> others = others(table, label);
        if (others.size() == 1) {
            return others.get(0);
        }
        List<Integer> byValue =
                others.stream().filter(column -> holdsImages(table, column)).toList();
        if (byValue.size() == 1) {
            return byValue.get(0);
        }
        List<Integer> byName = (byValue.isEmpty() ? others : byValue)
                .stream()
                        .filter(column -> IMAGE_NAMES.contains(key(table, column)))
                        .toList();
        if (byName.size() == 1) {
            return byName.get(0);
        }
        throw ambiguous(table, "names the images", "--image-column");
    }

    /** The column that is left, else those that are named as labels are. */
    private static List<Integer> labelColumns(CsvTable table, int image) {
        List<Integer> others = others(table, image);
        return others.size() == 1
                ? others
                : others.stream()
                        .filter(column -> LABEL_NAMES.contains(key(table, column)))
                        .toList();
    }

    private static List<Integer> others(CsvTable table, int taken) {
        return IntStream.range(0, table.header().size())
                .filter(column -> column != taken)
                .filter(column -> !table.header().get(column).isEmpty()
                        || table.rows().stream().limit(ROWS_LOOKED_AT).anyMatch(row -> holdsText(row, column)))
                .boxed()
                .toList();
    }

    /** A nameless column of row numbers, as pandas writes its index, is no candidate. */
    private static boolean holdsText(CsvRow row, int column) {
        String value = row.field(column);
        return !value.isEmpty() && !value.chars().allMatch(Character::isDigit);
    }

    private static boolean holdsImages(CsvTable table, int column) {
        int looked = Math.min(ROWS_LOOKED_AT, table.rows().size());
        long images = table.rows().stream()
                .limit(looked)
                .filter(row -> ImagePath.looksLikeImage(row.field(column)))
                .count();
        return looked > 0 && images * 2 > looked;
    }

    /** Whether columns that name images are often called so. */
    public static boolean isImageName(String column) {
        return IMAGE_NAMES.contains(key(column));
    }

    /** Whether columns of labels are often called so. */
    public static boolean isLabelName(String column) {
        return LABEL_NAMES.contains(key(column));
    }

    private static String key(CsvTable table, int column) {
        return key(table.header().get(column));
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    private static DataException ambiguous(CsvTable table, String what, String option) {
        return new DataException(table.source() + ": it is not clear which column " + what + ". Its columns are "
                + String.join(", ", table.header()) + ". Say which with " + option + " NAME.");
    }
}
