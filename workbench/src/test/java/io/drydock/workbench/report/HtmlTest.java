package io.drydock.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void hostileNamesStayText() {
        String name = "<img src=x onerror=alert(1)>\"'&.jpg";

        assertThat(Html.text(name).markup()).isEqualTo("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;.jpg");
        assertThat(new Picture(new byte[] {1}, 3, 2, name).html().markup())
                .doesNotContain("<img src=x")
                .startsWith("<img ");
    }

    @Test
    void directionOverridesAndControlCharactersAreMadeVisible() {
        assertThat(Html.text("ship\u202Egpj.exe\u0000").markup()).isEqualTo("ship\uFFFDgpj.exe\uFFFD");
    }

    @Test
    void aPageForbidsItselfScriptsAndNetwork() {
        String page = new ReportPage("<script>", "a & b")
                .figure("8,932", "images", "")
                .section("One", "lead", Html.paragraph("text"))
                .document();

        assertThat(page).contains("default-src 'none'; img-src data:").contains("<h1>&lt;script&gt;</h1>");
        assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void aTableRefusesARowThatDoesNotFit() {
        ReportTable table = new ReportTable().column("a").numbers("b");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> table.row(Html.NONE))
                .hasMessage("1 cells for 2 columns");
    }
}
