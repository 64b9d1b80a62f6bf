package io.drydock.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.data.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void samePaddingIsTensorFlows() {
        Padding same = new Padding.Same();

        assertThat(same.resolve(140, 210, 3, 3, 2)).isEqualTo(new Padding.Explicit(0, 0, 1, 1));
        assertThat(same.resolve(35, 53, 5, 5, 2)).isEqualTo(new Padding.Explicit(2, 2, 2, 2));
        assertThat(same.resolve(7, 7, 3, 3, 1)).isEqualTo(new Padding.Explicit(1, 1, 1, 1));
    }

    @Test
    void aStridedConvolutionRoundsUpWithSamePaddingAndDownWithout() {
        Conv same = Conv.square("c", "image", 3, 8, 3, 2, new Padding.Same());
        Conv valid = Conv.square("c", "image", 3, 8, 3, 2, Padding.NONE);
        List<Shape> odd = List.of(new Shape(3, 7, 10));

        assertThat(same.output(odd)).isEqualTo(new Shape(8, 4, 5));
        assertThat(valid.output(odd)).isEqualTo(new Shape(8, 3, 4));
        assertThat(valid.multiplyAdds(odd)).isEqualTo(8L * 3 * 4 * 3 * 3 * 3);
    }

    @Test
    void parametersAndActivationsFollowFromTheNodes() {
        Network network = tiny();

        assertThat(network.parameters()).isEqualTo(4 * 3 * 3 * 3 + 2 * 4 + (2 * 8 + 2));
        assertThat(network.activationValues(new ImageSize(4, 6))).isEqualTo(2 * 4 * 4 * 6 + 8 + 2);
        assertThat(network.pooledWidth()).isEqualTo(8);
        assertThat(network.stateNames()).contains("bn.num_batches_tracked");
    }

    @Test
    void aNodeThatReadsWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Network(
                        "broken", List.of(new Add("sum", "image", "later")), "image", "", "", "sum", List.of()))
                .hasMessage("broken: node sum reads later, which no earlier node makes");
    }

    @Test
    void anImageThatIsTooSmallIsToldSo() {
        Network network = new Network(
                "small", List.of(Conv.square("c", "image", 3, 1, 7, 2, Padding.NONE)), "image", "", "", "c", List.of());

        assertThatThrownBy(() -> network.shapes(new ImageSize(4, 4))).hasMessageContaining("too small");
    }

    private static Network tiny() {
        return new Network(
                "tiny",
                List.of(
                        Conv.square("conv", "image", 3, 4, 3, 1, Padding.of(1)),
                        new BatchNorm("bn", "conv", "bn", 4, 1e-5),
                        new GlobalPool("pool", "bn", GlobalPool.Kind.MAX_AND_AVERAGE),
                        Linear.withBias("fc", "pool", 8, 2)),
                "image",
                "bn",
                "pool",
                "fc",
                List.of(new Stage("stem", "bn")));
    }
}
