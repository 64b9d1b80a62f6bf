package io.drydock.core.folder;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Families of files that are not read, by extension, and what to do so that they are. */
public enum UnreadKind {
    /** Phone photos of Apple and others. */
    HEIF(
            true,
            "Convert them to JPEG, for example with magick mogrify -format jpg *.%s or heif-convert.",
            "heic heif hif"),
    PICTURE(
            true,
            "Convert them to JPEG or PNG, for example with magick mogrify -format png *.%s.",
            "avif jxl jp2 j2k jpf jpx jpm jpc j2c jxr wdp hdp psd psb xcf tga pcx ppm pgm pbm pnm pam exr hdr dds ico icns"
                    + " bpg eps ai jng mng qoi sgi rgb ras"),
    /** Photos as a camera's sensor recorded them; several are TIFF files with a small preview as first picture. */
    RAW(
            true,
            "Develop them to JPEG, for example with darktable-cli or dcraw.",
            "raw cr2 cr3 crw nef nrw arw srf sr2 dng orf rw2 raf pef srw rwl iiq 3fr erf kdc mos mrw x3f"),
    /** Slides and stacks of microscopes; several are TIFF files. */
    SCIENCE(
            true,
            "Export them to PNG with the program that they come from.",
            "svs ndpi lsm czi nd2 lif scn mrxs vms oib oif dcm dicom nii mha mhd nrrd fits fit"),
    DRAWING(true, "Render them to PNG, for example with magick in.%s out.png.", "svg svgz pdf wmf emf"),
    VIDEO(
            false,
            "Take frames from them, for example with ffmpeg -i in.%s -vf fps=1 out-%%04d.jpg.",
            "mp4 mov avi mkv webm m4v mpg mpeg wmv flv 3gp mts m2ts ogv"),
    ARRAYS(
            false,
            "Write each picture to a file of its own, as PNG.",
            "npy npz h5 hdf5 mat tfrecord lmdb parquet pt pkl arrow"),
    ARCHIVE(false, "Unpack them.", "zip tar gz tgz bz2 xz 7z rar zst"),
    /** Never a picture, whatever its bytes are. */
    TEXT(
            false,
            "",
            "txt csv tsv json jsonl ndjson xml yaml yml md rst html htm log ini cfg toml py ipynb js java r m sh bat tex doc"
                    + " docx xls xlsx ods odt rtf db sqlite bak tmp sum md5 sha1 sha256 license names data");

    private static final Map<String, UnreadKind> BY_EXTENSION = Stream.of(values())
            .flatMap(kind -> Stream.of(kind.extensions.split(" ")).map(extension -> Map.entry(extension, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final boolean picture;
    private final String remedy;
    private final String extensions;

    UnreadKind(boolean picture, String remedy, String extensions) {
        this.picture = picture;
        this.remedy = remedy;
        this.extensions = extensions;
    }

    /** The family of an extension. */
    public static Optional<UnreadKind> of(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)));
    }

    /** Whether the files are pictures, one each. */
    public boolean isPicture() {
        return picture;
    }

    /**
     * Whether bytes of a picture in such a file may be believed.
     *
     * @param found what its first bytes say
     */
    boolean mayHold(FileSignature found) {
        return picture && (found != FileSignature.TIFF || this == HEIF || this == PICTURE);
    }

    /** What to do with files of an extension: a sentence, empty where there is nothing to do. */
    public static String remedy(String extension) {
        return of(extension)
                .filter(kind -> !kind.remedy.isEmpty())
                .map(kind -> String.format(Locale.ROOT, kind.remedy, extension))
                .orElse("");
    }
}
