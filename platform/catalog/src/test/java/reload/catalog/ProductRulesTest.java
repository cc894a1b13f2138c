package reload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.catalog.ProductRules.Problem;

class ProductRulesTest {
    private static final Predicate<String> OWN = address -> !address.contains("evil");

    @Test
    void aWholeProductIsTaken() {
        var product = Said.of("p-17")
                .named("린넨 셔츠")
                .at(59_000)
                .onSaleFor(47_200)
                .in("KRW")
                .left(3)
                .pictured("https://mall.example/p-17.jpg")
                .leadingTo("https://mall.example/product/p-17?color=white")
                .filedUnder("여성", "셔츠")
                .by("모래")
                .product();
        assertThat(ProductRules.problems(product, "KRW")).isEmpty();
        assertThat(ProductRules.tamed(product, "KRW", OWN)).isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\nscript:alert(1)",
                " https://mall.example/",
                "data:text/html,hello",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://mall.example/",
                "//mall.example/p",
                "/product/1",
                "https:",
                "https://",
                "https:///p",
                "https://?p",
                "http:/mall.example",
                "https://mall.example/a b",
                "https:\\\\mall.example\\p",
                "https://mall.example/\u0000",
                "https://mall.example/\ud800"
            })
    void anAddressThatDoesNotLeadToTheWebIsRefused(String address) {
        assertThat(ProductRules.isWebAddress(address)).isFalse();
        var product = Said.of("p-1").leadingTo(address).pictured(address).product();
        assertThat(ProductRules.problems(product, "KRW"))
                .extracting(Problem::field)
                .containsExactly("image", "url");
        var tamed = Objects.requireNonNull(ProductRules.tamed(product, "KRW", OWN));
        assertThat(tamed.url()).isNull();
        assertThat(tamed.image()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mall.example",
                "HTTP://mall.example/p?q=1#top",
                "http://[::1]:8081/p",
                "https://몰.example/상품"
            })
    void anAddressOfTheWebIsTaken(String address) {
        assertThat(ProductRules.isWebAddress(address)).isTrue();
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertThat(ProductRules.isWebAddress("https://mall.example/" + "a".repeat(2048)))
                .isFalse();
    }

    @Test
    void everyProblemIsNamedWithItsField() {
        var product = Said.of("p-1")
                .named("  ")
                .at(-1)
                .onSaleFor(ProductRules.LARGEST_AMOUNT + 1)
                .in("USD")
                .left(-1)
                .filedUnder("a", "b", "c", "d", "e", "f", "g", "h", "i")
                .by("b".repeat(129))
                .product();
        assertThat(ProductRules.problems(product, "KRW"))
                .containsExactly(
                        new Problem("name", "is empty"),
                        new Problem("price", "is below 0"),
                        new Problem("salePrice", "is above 1000000000000"),
                        new Problem("salePrice", "is above the price"),
                        new Problem("currency", "is USD, but the mall sells in KRW"),
                        new Problem("stock", "is below 0"),
                        new Problem("categories", "has more than 8 entries"),
                        new Problem("brand", "is longer than 128 characters"));
    }

    @Test
    void textThatCannotBeStoredIsRefused() {
        var product = Said.of("p\u0000").named("half \ud83d").product();
        assertThat(ProductRules.problems(product, "KRW"))
                .extracting(Problem::field)
                .containsExactly("id", "name");
        assertThat(ProductRules.tamed(product, "KRW", OWN)).isNull();
        var named = Said.of("p-1")
                .named("tab\there")
                .filedUnder("good", "bad\u0007")
                .product();
        var tamed = Objects.requireNonNull(ProductRules.tamed(named, "KRW", OWN));
        assertThat(tamed.name()).isNull();
        assertThat(tamed.categories()).isEqualTo(List.of("good"));
    }

    @Test
    void aPagesPriceInAForeignCurrencyIsNotBelieved() {
        var tamed = Objects.requireNonNull(ProductRules.tamed(
                Said.of("p-1").named("shirt").at(45).in("USD").product(), "KRW", OWN));
        assertThat(tamed.price()).isNull();
        assertThat(tamed.name()).isEqualTo("shirt");
    }

    @Test
    void aPagesPriceWithoutACurrencyIsInTheMalls() {
        var tamed = Objects.requireNonNull(
                ProductRules.tamed(Said.of("p-1").at(59_000).product(), "KRW", OWN));
        assertThat(tamed.currency()).isEqualTo("KRW");
    }

    @Test
    void aPagesSaleAboveThePriceIsNotBelieved() {
        var tamed = Objects.requireNonNull(
                ProductRules.tamed(Said.of("p-1").at(59_000).onSaleFor(60_000).product(), "KRW", OWN));
        assertThat(tamed.price()).isEqualTo(59_000);
        assertThat(tamed.salePrice()).isNull();
    }

    @Test
    void anAddressOfAnotherSiteIsNotBelievedOfAPage() {
        var product = Said.of("p-1").leadingTo("https://evil.example/p-1").product();
        assertThat(Objects.requireNonNull(ProductRules.tamed(product, "KRW", OWN))
                        .url())
                .isNull();
    }
}
