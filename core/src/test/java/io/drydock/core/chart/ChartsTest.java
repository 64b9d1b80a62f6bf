package io.drydock.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drydock.core.metric.ConfusionMatrix;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final List<String> SHIPS = List.of("Cargo", "Military", "Carrier", "Cruise & <ferry>", "Tankers");

    static List<Chart> charts() {
        List<Double> epochs = List.of(1.0, 2.0, 3.0, 4.0);
        List<Double> rates = IntStream.range(0, 100)
                .mapToObj(i -> Math.pow(10, -7 + i * 0.08))
                .toList();
        List<Double> losses = rates.stream()
                .map(rate -> 1.6 - 0.4 * Math.log10(1 + rate * 1e4))
                .toList();
        List<Double> nothing = new ArrayList<>();
        return List.of(
                new BarChart("Classes", SHIPS, List.of(BarSeries.ofCounts("all", 1802, 992, 780, 707, 1033)), false),
                new BarChart(
                        "Classes by part",
                        SHIPS,
                        List.of(
                                BarSeries.ofCounts("train", 1532, 843, 663, 601, 878),
                                BarSeries.ofCounts("valid", 270, 149, 117, 106, 155)),
                        true),
                new BarChart("F1", SHIPS, List.of(new BarSeries("f1", List.of(.9, .95, .99, Double.NaN, 0.0))), false),
                new LineChart(
                        "Learning curves",
                        "epoch",
                        "loss",
                        List.of(
                                new Curve("train loss", epochs, List.of(1.2, .8, .6, .5)),
                                new Curve("valid loss", epochs, List.of(1.0, Double.NaN, .6, .5)))),
                new LineChart(
                        "Rates",
                        "learning rate",
                        "loss",
                        true,
                        List.of(new Curve("loss", rates, losses)),
                        List.of(new Mark("valley", 1e-3, 1.2))),
                new LineChart("Nothing yet", "epoch", "loss", List.of(new Curve("loss", nothing, nothing))),
                new ConfusionChart("Confusion", SHIPS, ConfusionMatrix.of(new int[][] {
                    {240, 3, 1, 2, 24}, {4, 140, 3, 1, 1}, {0, 2, 115, 0, 0}, {2, 1, 0, 103, 0}, {30, 0, 0, 1, 124}
                })),
                new Histogram(
                        "Brightness",
                        "mean brightness",
                        List.of(new Sample("labelled", losses), new Sample("test", List.of(.2, 1.0, Double.NaN))),
                        20),
                new Histogram("One value", "width (px)", List.of(new Sample("all", List.of(210.0, 210.0))), 10),
                new ScatterChart(
                        "Runs",
                        "seconds",
                        "weighted F1",
                        true,
                        List.of(new Curve("runs", List.of(100.0, 2000.0), List.of(.86, .94)))));
    }

    @Test
    void aCurveOfFewPointsSaysTheirValuesAndMarksNoFractionOfAnEpoch() {
        String one = new LineChart(
                        "Loss",
                        "epoch",
                        "loss",
                        List.of(
                                new Curve("train", List.of(1.0), List.of(0.8123)),
                                new Curve("valid", List.of(1.0), List.of(0.6431))))
                .svg();
        String two = new LineChart(
                        "Loss", "epoch", "loss", List.of(new Curve("train", List.of(1.0, 2.0), List.of(0.8, 0.5))))
                .svg();

        assertThat(one).contains(">0.812<", ">0.643<", ">1<").doesNotContain(">1.0<", ">0<", ">2<");
        assertThat(two).contains(">0.800<", ">0.500<", ">1<", ">2<").doesNotContain(">1.5<");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyChartIsWellFormedAndStandsAlone(Chart chart) throws Exception {
        Document document = parsed(chart.svg());

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isNotBlank();
        assertThat(chart.svg()).doesNotContain("NaN", "Infinity", "href=", "url(");
    }

    @Test
    void namesCannotBreakOut() throws Exception {
        String name = "</text><script>alert(1)</script> & \"'\u0000\uD800";
        BarChart chart = new BarChart(name, List.of("x"), List.of(BarSeries.ofCounts(name, 1)), false);

        Document document = parsed(chart.svg());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("</text><script>");
    }

    @Test
    void everyCellShowsCountAndRate() {
        String svg = new ConfusionChart("c", List.of("a", "b"), ConfusionMatrix.of(new int[][] {{3, 1}, {0, 2}})).svg();

        assertThat(svg).contains(">3<", ">75.0 %<", ">1<", ">25.0 %<", ">n = 4<");
        assertThatThrownBy(() -> new ConfusionChart("c", List.of("a"), ConfusionMatrix.of(new int[2][2])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsOfDifferentSizeCompareByShare() {
        String svg = new BarChart(
                        "c",
                        List.of("a", "b"),
                        List.of(BarSeries.ofCounts("train", 30, 10), BarSeries.ofCounts("valid", 3, 1)),
                        true)
                .svg();

        assertThat(svg).contains("30 (75.0 %)", "3 (75.0 %)", "train", "valid");
    }

    @Test
    void marksAreRound() {
        assertThat(Axis.over("x", false, List.of(0.03, 0.97), 5).ticks().stream()
                        .map(t -> Math.round(t * 10))
                        .toList())
                .containsExactly(0L, 2L, 4L, 6L, 8L, 10L);
        Axis rates = Axis.over("rate", true, List.of(1e-7, 3.0, -1.0), 8);
        assertThat(rates.low()).isEqualTo(1e-7);
        assertThat(rates.high()).isEqualTo(10);
        assertThat(rates.text(1e-7)).isEqualTo("1e-7");
        assertThat(rates.text(0.01)).isEqualTo("0.01");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
