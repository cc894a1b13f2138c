package reload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static CatalogProduct product(String name, long price, String category, @Nullable String brand) {
        return new CatalogProduct(
                name,
                name,
                price,
                null,
                "KRW",
                true,
                null,
                null,
                null,
                List.of("옷", category),
                brand,
                Source.PAGE,
                0,
                0);
    }

    private final CatalogProduct shirt = product("린넨 오버핏 셔츠 화이트", 39_000, "셔츠", "모래");

    @Test
    void theSameNameInAnotherColourIsAVariant() {
        assertThat(new Likeness(shirt).isVariant(product("린넨 오버핏 셔츠 블랙", 39_000, "셔츠", "모래")))
                .isTrue();
        assertThat(new Likeness(shirt).isVariant(product("린넨 오버핏 셔츠 블랙", 39_000, "셔츠", null)))
                .isTrue();
    }

    @Test
    void anotherPriceBrandNameOrCategoryIsAnotherProduct() {
        var likeness = new Likeness(shirt);
        assertThat(likeness.isVariant(product("린넨 오버핏 셔츠 블랙", 59_000, "셔츠", "모래")))
                .isFalse();
        assertThat(likeness.isVariant(product("린넨 오버핏 셔츠 블랙", 39_000, "셔츠", "바다")))
                .isFalse();
        assertThat(likeness.isVariant(product("린넨 오버핏 셔츠 블랙", 39_000, "바지", "모래")))
                .isFalse();
        assertThat(likeness.isVariant(product("코튼 와이드 팬츠", 39_000, "셔츠", "모래"))).isFalse();
    }

    @Test
    void compoundsShareWhatTheyAreMadeOf() {
        var likeness = new Likeness(shirt);
        assertThat(likeness.to(product("오버핏셔츠", 39_000, "셔츠", null)))
                .isGreaterThan(likeness.to(product("와이드팬츠", 39_000, "셔츠", null)));
    }

    @Test
    void likenessIsFromNoneToOne() {
        var likeness = new Likeness(shirt);
        assertThat(likeness.to(shirt)).isEqualTo(1);
        assertThat(new Likeness(product("", 0, "a", null))
                        .to(new CatalogProduct(
                                "x",
                                null,
                                null,
                                null,
                                null,
                                true,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                Source.PAGE,
                                0,
                                0)))
                .isZero();
    }

    @Test
    void categoryBrandAndPriceEachCount() {
        var likeness = new Likeness(shirt);
        double all = likeness.to(product("셔츠", 39_000, "셔츠", "모래"));
        assertThat(all).isGreaterThan(likeness.to(product("셔츠", 39_000, "바지", "모래")));
        assertThat(all).isGreaterThan(likeness.to(product("셔츠", 39_000, "셔츠", "바다")));
        assertThat(all).isGreaterThan(likeness.to(product("셔츠", 99_000, "셔츠", "모래")));
    }
}
