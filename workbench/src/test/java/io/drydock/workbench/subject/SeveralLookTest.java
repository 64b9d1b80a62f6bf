package io.drydock.workbench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.data.ClassList;
import io.drydock.core.data.ImportOptions;
import io.drydock.core.random.RandomStream;
import io.drydock.core.statistic.RocArea;
import io.drydock.sample.Planted;
import io.drydock.sample.ShipSet;
import io.drydock.workbench.InitWorkspace;
import io.drydock.workbench.Progress;
import io.drydock.workbench.audit.ImageSet;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.feature.FeatureView;
import io.drydock.workbench.feature.WorkspaceFeatures;
import io.drydock.workspace.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SeveralLookTest {
    @TempDir
    static Path folder;

    static Planted planted;
    static Workspace workspace;
    static ImageSet set;
    static SeveralLook look;

    @BeforeAll
    static void look() {
        Path files = folder.resolve("ships");
        planted = ShipSet.of(400, 5).withTest(0).withSeveral(40).write(files);
        workspace = workspace(files);
        set = ImageSet.of(workspace, Progress.NONE);
        look = look(workspace, set, Progress.NONE);
    }

    @Test
    void drawnPicturesOfTwoShipsRankAboveOthers() {
        double[] values = look.listed().orElseThrow().check().values();
        boolean[] several = new boolean[values.length];
        for (int i = 0; i < several.length; i++) {
            several[i] = planted.several().contains(set.images().get(i).image());
        }

        assertThat(RocArea.of(values, several, 0, RandomStream.of(0, "test")).area())
                .isGreaterThan(0.6);
    }

    @Test
    void picturesPutTogetherAreToldFromTheirCounterparts() {
        assertThat(look.listed().orElseThrow().made().area()).isGreaterThan(0.8);
        assertThat(look.notMade()).isEmpty();
    }

    @Test
    void aSecondLookComputesNothingAndFindsTheSame() {
        int[] computed = {0};
        SeveralLook second =
                look(workspace, set, (step, done, total) -> computed[0] += step.contains("composed") ? 1 : 0);

        assertThat(computed[0]).isZero();
        assertThat(second.checks().get(0).flags())
                .hasSize(4)
                .isEqualTo(look.checks().get(0).flags());
    }

    @Test
    void aSetTooSmallToLearnFromIsNotLookedAtAndItSaysSo() {
        Path files = folder.resolve("few");
        ShipSet.of(30, 6).withTest(0).withExactCopies(12).write(files);
        Workspace small = workspace(files);

        SeveralLook few = look(small, ImageSet.of(small, Progress.NONE), Progress.NONE);

        assertThat(few.checks()).isEmpty();
        assertThat(few.notMade().orElseThrow()).contains("at least 400 different pictures", "there are 30");
    }

    private static Workspace workspace(Path files) {
        Path root = files.resolve("work");
        new InitWorkspace()
                .run(
                        InitWorkspace.Request.of(root, files.resolve("images"))
                                .withLabels(files.resolve("train.csv"))
                                .withOptions(ImportOptions.automatic()
                                        .withClasses(
                                                ClassList.parse("1=Cargo,2=Military,3=Carrier,4=Cruise,5=Tankers"))),
                        Progress.NONE);
        return Workspace.open(root);
    }

    private static SeveralLook look(Workspace workspace, ImageSet set, Progress progress) {
        Encoder encoder = Encoder.standard();
        return SeveralLook.of(
                workspace,
                set,
                new WorkspaceFeatures(workspace).of(encoder, FeatureView.PLAIN, Progress.NONE),
                encoder,
                progress);
    }
}
