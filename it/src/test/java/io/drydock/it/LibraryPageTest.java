package io.drydock.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.sample.ShipSet;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the library page shows compiles and does the whole job. */
@Tag("slow")
class LibraryPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theProgramOfTheLibraryPageDoesTheWholeJob() throws IOException, ReflectiveOperationException {
        Matcher page = JAVA.matcher(Files.readString(Repository.root().resolve("docs/library.md")));
        assertThat(page.find()).isTrue();
        Path source = Files.writeString(folder.resolve("WholeJob.java"), page.group(1));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int exit = compiler.run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(exit).isZero();
        ShipSet.of(60, 3).withTest(10).write(folder.resolve("ships"));

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("WholeJob").getMethod("main", String[].class).invoke(null, (Object) new String[] {
                folder.resolve("ships").toString(), folder.resolve("work").toString()
            });
        }

        assertThat(Files.readAllLines(folder.resolve("work/submission.csv"))).hasSize(11);
    }
}
