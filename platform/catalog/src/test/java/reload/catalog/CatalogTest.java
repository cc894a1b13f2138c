package reload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static CatalogProduct product(String id, long price) {
        return Listing.of(Source.IMPORT, Said.of(id).at(price).product(), 0).product();
    }

    @Test
    void aCatalogKeepsWhatItHeldWhenANewOneIsMade() {
        var first = Catalog.of(List.of(product("p-1", 100), product("p-2", 200)));
        var second = first.with(List.of(product("p-2", 250), product("p-3", 300)));
        assertThat(first.find("p-2")).isEqualTo(product("p-2", 200));
        assertThat(first.find("p-3")).isNull();
        assertThat(second.find("p-1")).isEqualTo(product("p-1", 100));
        assertThat(second.find("p-2")).isEqualTo(product("p-2", 250));
        assertThat(second.size()).isEqualTo(3);
    }

    @Test
    void nothingChangedIsTheSameCatalog() {
        var catalog = Catalog.of(List.of(product("p-1", 100)));
        assertThat(catalog.with(List.of())).isSameAs(catalog);
    }

    @Test
    void aProductIsFiledUnderItsInnermostCategory() {
        var coat = new CatalogProduct(
                "p-1",
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                List.of("women", "coats"),
                null,
                Source.IMPORT,
                0,
                0);
        var catalog = Catalog.of(List.of(coat, product("p-2", 200)));
        assertThat(catalog.filedUnder("coats")).containsExactly(coat);
        assertThat(catalog.filedUnder("women")).isEmpty();
    }

    @Test
    void aCatalogGoesBackToTheFirstWordOnAnyOfItsProducts() {
        long first = Listing.of(Source.IMPORT, Said.of("p-1").product(), 7)
                .hear(Source.PAGE, Said.of("p-1").product(), 3)
                .product()
                .firstAt();
        assertThat(first).isEqualTo(3);
        var old = Listing.of(Source.PAGE, Said.of("p-2").product(), 5).product();
        var young = Listing.of(Source.IMPORT, Said.of("p-1").product(), 7).product();
        assertThat(Catalog.of(List.of(young)).with(List.of(old)).since()).isEqualTo(5);
        assertThat(Catalog.EMPTY.since()).isEqualTo(Long.MAX_VALUE);
    }
}
