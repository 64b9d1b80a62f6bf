package io.drydock.infer.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.drydock.core.error.ConfigException;
import io.drydock.core.library.LibraryFolder;
import io.drydock.core.library.UnpackedLibraries;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares a process for ONNX Runtime: unpacks its native files into the {@link LibraryFolder}, loads them, and refuses a
 * version that reports usage to its maker. Safe for use by many threads.
 */
final class RuntimeFiles {
    private static final String FOLDER = "onnxruntime.native.path";
    private static final String OPT_OUT = "ORT_DISABLE_TELEMETRY";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");
    /** The first version, 1.29, whose builds for Linux and macOS hold an uploader. */
    private static final int MAJOR = 1;

    private static final int FIRST_MINOR_THAT_REPORTS = 29;

    private RuntimeFiles() {}

    /** Prepares; to be called before the library's first use, and at no cost after it. */
    static synchronized void prepare() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        Properties properties = System.getProperties();
        if (properties.getProperty(FOLDER) == null) {
            String platform = platform();
            String resources = "ai/onnxruntime/native/" + platform + "/";
            properties.setProperty(
                    FOLDER,
                    UnpackedLibraries.unpack(
                                    "onnxruntime-" + (version == null ? "unknown" : version) + "-" + platform,
                                    OrtEnvironment.class.getClassLoader(),
                                    List.of(
                                            resources + System.mapLibraryName("onnxruntime"),
                                            resources + System.mapLibraryName("onnxruntime4j_jni"),
                                            resources + System.mapLibraryName("onnxruntime_providers_shared")))
                            .toString());
        }
        requireQuiet(loadedVersion().or(() -> Optional.ofNullable(version)), System.getenv());
    }

    /**
     * Loads the library and asks it for its version, which makes no environment, so that it reports nothing yet. The
     * manifest alone does not tell: in a jar of many jars it is that of the application, and in a module there is none.
     * The binding offers no public way to ask.
     */
    static Optional<String> loadedVersion() {
        try {
            Class<?> runtime = Class.forName("ai.onnxruntime.OnnxRuntime");
            Method load = runtime.getDeclaredMethod("init");
            Method version = runtime.getDeclaredMethod("version");
            load.setAccessible(true);
            version.setAccessible(true);
            load.invoke(null);
            return Optional.ofNullable((String) version.invoke(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of the binding, or a library that does not load, which the first use reports.
            return Optional.empty();
        }
    }

    /**
     * Refuses a version that reports usage. Such a version also kills the process without a message where the command line
     * is longer than some 4,000 characters: it searches the command line with a regular expression that recurses for each
     * character, and Java writes no report when native code overflows a stack. The switch works only before the first
     * environment is made and only as an environment variable, which a Java program cannot set for itself.
     */
    static void requireQuiet(Optional<String> version, Map<String, String> environment) {
        if ("1".equals(environment.get(OPT_OUT))) {
            return;
        }
        version.filter(RuntimeFiles::reports).ifPresent(reporting -> {
            throw new ConfigException("ONNX Runtime " + reporting + " is on the class path. From 1.29 on it stores a"
                    + " device id and reports usage to its maker. Use com.microsoft.onnxruntime:onnxruntime:1.28.0, as"
                    + " Drydock declares it, or start the program with " + OPT_OUT + "=1 in its environment.");
        });
    }

    private static boolean reports(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(parts.group(2)) >= FIRST_MINOR_THAT_REPORTS);
    }

    /** As ONNX Runtime's jar names its folders. */
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return name + "-" + (intel ? "x64" : processor.equals("arm64") ? "aarch64" : processor);
    }
}
