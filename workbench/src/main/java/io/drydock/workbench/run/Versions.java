package io.drydock.workbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of Drydock and of the libraries that compute, as the build wrote them down. */
public record Versions(String drydock, SortedMap<String, String> libraries) {
    private static final String DRYDOCK = "drydock";

    /** Of the program that runs. */
    public static Versions current() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing from the workbench");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> libraries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> libraries.put(name, properties.getProperty(name)));
        libraries.remove(DRYDOCK);
        return new Versions(properties.getProperty(DRYDOCK), libraries);
    }
}
