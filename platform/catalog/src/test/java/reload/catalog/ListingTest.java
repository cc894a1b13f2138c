package reload.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reload.event.Product;

class ListingTest {
    private static final long NOON = Duration.ofDays(20_000).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final Product IMPORTED =
            Said.of("p-1").named("린넨 셔츠").at(59_000).in("KRW").product();
    private static final Product ON_THE_PAGE =
            Said.of("p-1").named("Linen shirt").at(61_000).in("KRW").by("모래").product();

    @Test
    void anImportWinsOverThePagesForTheFieldsItStates() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.PAGE, ON_THE_PAGE, NOON + HOUR)
                .product();
        assertThat(product.name()).isEqualTo("린넨 셔츠");
        assertThat(product.price()).isEqualTo(59_000);
        assertThat(product.source()).isEqualTo(Source.IMPORT);
    }

    @Test
    void whatOnlyThePageStatesComesFromThePage() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.PAGE, ON_THE_PAGE, NOON + HOUR)
                .product();
        assertThat(product.brand()).isEqualTo("모래");
    }

    @Test
    void anImportThatComesAfterThePageWinsToo() {
        var product = Listing.of(Source.PAGE, ON_THE_PAGE, NOON)
                .hear(Source.IMPORT, IMPORTED, NOON + HOUR)
                .product();
        assertThat(product.name()).isEqualTo("린넨 셔츠");
        assertThat(product.seenAt()).isEqualTo(NOON + HOUR);
    }

    @Test
    void aPageDoesNotOverruleAnImportOfTheLastTwentyFourHours() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.PAGE, ON_THE_PAGE, NOON + 24 * HOUR)
                .product();
        assertThat(product.price()).isEqualTo(59_000);
    }

    @Test
    void aPageOverrulesAnImportThatIsMoreThanTwentyFourHoursOlder() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.PAGE, ON_THE_PAGE, NOON + 24 * HOUR + 1)
                .product();
        assertThat(product.name()).isEqualTo("Linen shirt");
        assertThat(product.price()).isEqualTo(61_000);
        assertThat(product.source()).isEqualTo(Source.PAGE);
    }

    @Test
    void aNewImportIsBelievedAgain() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.PAGE, ON_THE_PAGE, NOON + 30 * HOUR)
                .hear(Source.IMPORT, IMPORTED, NOON + 31 * HOUR)
                .product();
        assertThat(product.price()).isEqualTo(59_000);
    }

    @Test
    void withinOneSourceTheLaterWordWins() {
        var product = Listing.of(Source.PAGE, ON_THE_PAGE, NOON)
                .hear(Source.PAGE, Said.of("p-1").named("린넨 셔츠 (화이트)").product(), NOON + HOUR)
                .product();
        assertThat(product.name()).isEqualTo("린넨 셔츠 (화이트)");
        assertThat(product.price()).isEqualTo(61_000);
    }

    @Test
    void aNewPriceEndsTheOldSale() {
        var product = Listing.of(
                        Source.IMPORT,
                        Said.of("p-1").at(59_000).onSaleFor(47_200).in("KRW").product(),
                        NOON)
                .hear(Source.IMPORT, Said.of("p-1").at(59_000).product(), NOON + HOUR)
                .product();
        assertThat(product.salePrice()).isNull();
    }

    @Test
    void aSaleAloneKeepsTheListPrice() {
        var product = Listing.of(Source.IMPORT, IMPORTED, NOON)
                .hear(Source.IMPORT, Said.of("p-1").onSaleFor(47_200).product(), NOON + HOUR)
                .product();
        assertThat(product.price()).isEqualTo(59_000);
        assertThat(product.salePrice()).isEqualTo(47_200);
    }

    @Test
    void aSaleThatSavesNothingIsNoSale() {
        var product = Listing.of(
                        Source.IMPORT,
                        Said.of("p-1").at(59_000).onSaleFor(59_000).product(),
                        NOON)
                .product();
        assertThat(product.price()).isEqualTo(59_000);
        assertThat(product.salePrice()).isNull();
    }

    @Test
    void whereOnlyTheSalePriceIsKnownItIsThePrice() {
        var product = Listing.of(Source.PAGE, Said.of("p-1").onSaleFor(47_200).product(), NOON)
                .product();
        assertThat(product.price()).isEqualTo(47_200);
        assertThat(product.salePrice()).isNull();
    }

    @Test
    void aNewWordOnAvailabilityEndsTheOldCount() {
        var product = Listing.of(Source.IMPORT, Said.of("p-1").left(3).product(), NOON)
                .hear(Source.IMPORT, Said.of("p-1").inStock(false).product(), NOON + HOUR)
                .product();
        assertThat(product.inStock()).isFalse();
        assertThat(product.stock()).isNull();
    }

    @Test
    void noPieceLeftIsOutOfStockAndNothingSaidIsInStock() {
        assertThat(Listing.of(Source.IMPORT, Said.of("p-1").left(0).product(), NOON)
                        .product()
                        .inStock())
                .isFalse();
        assertThat(Listing.of(Source.IMPORT, IMPORTED, NOON).product().inStock())
                .isTrue();
    }

    @Test
    void aProductIsShowableOnceNamePriceCurrencyAndAddressAreKnown() {
        var listing = Listing.of(Source.IMPORT, IMPORTED, NOON);
        assertThat(listing.product().showable()).isFalse();
        assertThat(listing.hear(
                                Source.PAGE,
                                Said.of("p-1")
                                        .leadingTo("https://mall.example/p-1")
                                        .product(),
                                NOON)
                        .product()
                        .showable())
                .isTrue();
    }

    @Test
    void aWordOnAnotherProductIsRefused() {
        var other = Said.of("p-2").product();
        assertThatThrownBy(() -> Listing.of(Source.PAGE, IMPORTED, NOON).hear(Source.PAGE, other, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Listing(new Statement(IMPORTED, NOON), new Statement(other, NOON), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Listing(null, null, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sayingTheSameAgainChangesNothingButTheTime(long seed) {
        var random = new SplittableRandom(seed);
        var listing = randomListing(random);
        var again = Objects.requireNonNull(listing.page() != null ? listing.page() : listing.imported());
        var source = listing.page() != null ? Source.PAGE : Source.IMPORT;
        var twice = listing.hear(source, again.said(), again.at());
        assertThat(twice).isEqualTo(listing);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderBetweenSourcesDoesNotMatterOnlyTheOrderWithinOne(long seed) {
        var random = new SplittableRandom(seed);
        var page = randomProduct(random);
        var imported = randomProduct(random);
        long pageAt = NOON + random.nextLong(48 * HOUR);
        long importedAt = NOON + random.nextLong(48 * HOUR);
        assertThat(Listing.of(Source.PAGE, page, pageAt)
                        .hear(Source.IMPORT, imported, importedAt)
                        .product())
                .isEqualTo(Listing.of(Source.IMPORT, imported, importedAt)
                        .hear(Source.PAGE, page, pageAt)
                        .product());
    }

    @Test
    void aPageThatSaysTheSameWithinTheHourChangesNothing() {
        var listing = Listing.of(Source.PAGE, ON_THE_PAGE, NOON);
        assertThat(listing.hear(Source.PAGE, ON_THE_PAGE, NOON + HOUR - 1)).isSameAs(listing);
        assertThat(listing.hear(Source.PAGE, ON_THE_PAGE, NOON + HOUR).product().seenAt())
                .isEqualTo(NOON + HOUR);
        assertThat(listing.hear(Source.PAGE, Said.of("p-1").inStock(false).product(), NOON + 1)
                        .product()
                        .inStock())
                .isFalse();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Listing randomListing(SplittableRandom random) {
        var source = random.nextBoolean() ? Source.PAGE : Source.IMPORT;
        var listing = Listing.of(source, randomProduct(random), NOON);
        for (int i = random.nextInt(5); i > 0; i--)
            listing = listing.hear(
                    random.nextBoolean() ? Source.PAGE : Source.IMPORT,
                    randomProduct(random),
                    NOON + random.nextLong(48 * HOUR));
        return listing;
    }

    private static Product randomProduct(SplittableRandom random) {
        var said = Said.of("p-1");
        if (random.nextBoolean()) said.named("name " + random.nextInt(3));
        if (random.nextBoolean()) said.at(random.nextInt(1, 4) * 10_000L).in("KRW");
        if (random.nextBoolean()) said.onSaleFor(random.nextInt(1, 4) * 9_000L);
        if (random.nextBoolean()) said.inStock(random.nextBoolean());
        if (random.nextBoolean()) said.left(random.nextInt(3));
        if (random.nextBoolean()) said.filedUnder("category " + random.nextInt(3));
        if (random.nextBoolean()) said.by("brand " + random.nextInt(3));
        return said.product();
    }
}
