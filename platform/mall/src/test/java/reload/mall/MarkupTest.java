package reload.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reload.mall.MarkupNode.Element;
import reload.mall.MarkupNode.Part;
import reload.mall.MarkupNode.Part.Placeholder;
import reload.mall.MarkupNode.Part.Words;
import reload.mall.MarkupNode.Text;

class MarkupTest {
    private static final String LONG =
            "a234567890b234567890c234567890d234567890e234567890f234567890g234567890h234567890i234567890j234567890"
                    + "a234567890b234567890c234567890d234567890e234567890f234567890g234567890h234567890i234567890j2345678901";

    @Test
    void whatIsAllowedBecomesATree() {
        Markup markup = Markup.of("<h2>겨울 준비</h2>\n<p>먼저 <b>보세요</b><br><a href=/winter>모아 보기</a></p>");
        assertThat(markup.refused()).isEmpty();
        assertThat(markup.speaksOfAProduct()).isFalse();
        assertThat(markup.nodes())
                .containsExactly(
                        element("h2", null, words("겨울 준비")),
                        element(
                                "p",
                                null,
                                words("먼저 "),
                                element("b", null, words("보세요")),
                                element("br", null),
                                element("a", words("/winter"), words("모아 보기"))));
    }

    @Test
    void thereIsRoomForTheProductInWordsLinksAndPictures() {
        Markup markup = Markup.of(
                "<a href='{product.url}'><img src='{product.image}' alt='{product.name}'>{product.name}, 지금 {product.price}</a>");
        assertThat(markup.refused()).isEmpty();
        assertThat(markup.speaksOfAProduct()).isTrue();
        Element link = (Element) markup.nodes().getFirst();
        assertThat(link.href()).isEqualTo(text(Placeholder.URL));
        assertThat(link.nodes())
                .containsExactly(
                        new Element("img", null, text(Placeholder.IMAGE), text(Placeholder.NAME), List.of()),
                        text(Placeholder.NAME, new Words(", 지금 "), Placeholder.PRICE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>           | <script>",
                "<style>p{}</style>                  | <style>",
                "<iframe src='https://a.example'>    | <iframe>",
                "<div>a</div>                        | <div>",
                "<svg><a href='/'>a</a></svg>        | <svg>",
                "<form><p>a</p></form>               | <form>",
                "<p onclick='a()'>a</p>              | onclick=\"a()\"",
                "<p style='color:red'>a</p>          | style=\"color:red\"",
                "<b class='big'>a</b>                | class=\"big\"",
                "<a href='javascript:a()'>a</a>      | href=\"javascript:a()\"",
                "<a href='JaVaScRiPt:a()'>a</a>      | href=\"JaVaScRiPt:a()\"",
                "<a href='//evil.example'>a</a>      | href=\"//evil.example\"",
                "<a href='{product.url}?a'>a</a>     | href=\"{product.url}?a\"",
                "<img src='data:image/png;base64,a'> | src=\"data:image/png;base64,a\"",
                "<img>                               | <img>",
                "<img src='/a' alt='" + LONG + "'>   | alt",
                "<p>{visitor.name}</p>               | {visitor.name}",
            })
    void whatIsNotAllowedIsNamedAndLeftOut(String html, String refused) {
        Markup markup = Markup.of(html);
        assertThat(markup.refused()).contains(refused);
        assertThat(markup.nodes().toString())
                .doesNotContain("alert", "javascript", "evil", "data:", "onclick", "style");
    }

    @Test
    void bracesThatNameNothingAreWords() {
        Markup markup = Markup.of("<p>{우리} { a . b</p>");
        assertThat(markup.refused()).isEmpty();
        assertThat(markup.nodes()).containsExactly(element("p", null, words("{우리} { a . b")));
    }

    @Test
    void nobodyNestsWithoutEnd() {
        assertThat(Markup.of("<b>".repeat(500) + "a").refused()).containsExactly("<b>");
    }

    @Test
    void nobodyPutsMoreThanAHundredThingsIntoOne() {
        Markup markup = Markup.of("<br>".repeat(101));
        assertThat(markup.nodes()).hasSize(100);
        assertThat(markup.refused()).containsExactly("<br>");
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThat(Markup.of("<p>" + "a".repeat(5_000)).nodes()).isEmpty();
    }

    private static Text words(String words) {
        return text(new Words(words));
    }

    private static Text text(Part... parts) {
        return new Text(List.of(parts));
    }

    private static Element element(String tag, @Nullable Text href, MarkupNode... nodes) {
        return new Element(tag, href, null, null, List.of(nodes));
    }
}
