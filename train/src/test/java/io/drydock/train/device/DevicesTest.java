package io.drydock.train.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.drydock.core.device.Device;
import io.drydock.core.error.ConfigException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
    private static void onlyTheBuildForCpus() {
        assumeFalse(
                Devices.cudaBuild(DevicesTest.class.getClassLoader()),
                "SKIPPED: libtorch's CUDA build is on the class path");
    }

    @Test
    void withoutTheCudaBuildTheUsualDeviceIsTheCpu() {
        onlyTheBuildForCpus();

        assertThat(Devices.resolve(Device.AUTO)).isEqualTo(Device.CPU);
        assertThat(Devices.resolve(Device.CPU)).isEqualTo(Device.CPU);
    }

    @Test
    void cudaWithoutItsBuildIsRefusedWithWhatItNeeds() {
        onlyTheBuildForCpus();

        assertThatThrownBy(() -> Devices.resolve(Device.CUDA))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("build for CPUs")
                .hasMessageContaining("mvn -Pcuda package")
                .hasMessageContaining("--device cpu");
    }

    @Test
    void metalElsewhereThanOnAnAppleComputerIsRefused() {
        assumeFalse(Loader.getPlatform().equals("macosx-arm64"), "SKIPPED: this computer has Metal");

        assertThatThrownBy(() -> Devices.resolve(Device.MPS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("this is " + Loader.getPlatform());
    }

    @Test
    void theCudaBuildIsKnownByItsNativesOnTheClassPath(@TempDir Path jar) throws IOException {
        Path natives = Files.createDirectories(jar.resolve("org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu"));
        try (URLClassLoader with =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            assertThat(Devices.cudaBuild(with)).isFalse();

            Files.createFile(natives.resolve(System.mapLibraryName("torch_cuda")));

            assertThat(Devices.cudaBuild(with)).isTrue();
        }
    }
}
