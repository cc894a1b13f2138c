package reload.checks.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static reload.checks.journey.Street.MALL;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reload.checks.stage.Display;
import reload.checks.stage.Programs;

/// The main job in a real window: a shopper comes, taps, presses Back in the toolbar, and the mall's owner reads what
/// it was worth.
///
/// Every shopper has a browser of their own. Nothing is shown in the first two seconds of a visit, so the
/// shoppers look for a little longer than that; all other waiting is for something to happen.
@TestInstance(Lifecycle.PER_CLASS)
class JourneyTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final Path SCREENS = ROOT.resolve("checks/target/screens");
    private static final Duration A_LOOK = Duration.ofMillis(2_400);
    private static final boolean FULL = Boolean.getBoolean("reload.full");

    /// The goods of a reload page.
    private static final Predicate<Element> GOOD = element -> element.tag().equals("a")
            && element.inside("reload-page")
            && !element.attribute("id").isEmpty();
    private static final Predicate<Element> RELOAD_PAGE =
            element -> element.tag().equals("dialog") && element.inside("reload-page");
    private static final Predicate<Element> PICTURE =
            element -> element.attributes().containsKey("data-photo");
    private static final Predicate<Element> PAID_POST =
            element -> element.is("a", "go") && element.inside("article", "paid");

    private Street street;
    private Display phone;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        street = Street.open(ROOT, Files.createTempDirectory("reload-journey"));
        // As narrow as the browser lets a window be.
        phone = Display.open(500, 932);
        // So that each of these shoppers is shown a reload page; the one who must not be has its own settings.
        street.publish(settings -> settings.put("holdOutShare", 0));
    }

    @AfterAll
    void close() throws IOException {
        if (phone != null) phone.close();
        if (street == null) return;
        street.keepLogs(SCREENS.resolveSibling("journey-logs"));
        street.close();
    }

    // --------------------------------------------------------------------------------------------------------- the
    // shopper's steps

    private Browser shopperAt(URI place, String... options) throws IOException {
        return Browser.open(phone, street.fresh("profile"), place, options);
    }

    private Browser shopperInTheFeed() throws IOException {
        return shopperAt(street.feed.resolve("/"));
    }

    private boolean inTheFeed(String address) {
        return address.equals(street.feed + "/");
    }

    private boolean onAProduct(String address) {
        return address.startsWith(street.mall + "/product/");
    }

    /// From the feed's advertisement to the product, until the page knows what it may do.
    private JsonNode toTheProduct(Browser shopper) {
        shopper.forgetPlans();
        shopper.click("the feed's advertisement", PAID_POST);
        shopper.awaitAddress("the product's page", this::onAProduct);
        return shopper.awaitPlan();
    }

    private void look() {
        Programs.pause(A_LOOK);
    }

    private void tapThePicture(Browser shopper) {
        shopper.click("the product's picture", PICTURE);
    }

    /// Taps until Back is held: the page has put its one entry on top.
    private void tapUntilBackIsHeld(Browser shopper, int placesBehind) {
        Programs.await("Back to be held", Browser.PATIENCE, () -> {
            if (shopper.place().behind() == placesBehind + 1) return java.util.Optional.of(true);
            tapThePicture(shopper);
            Programs.pause(Duration.ofMillis(500));
            return java.util.Optional.empty();
        });
    }

    private void comeTapAndLeave(Browser shopper) {
        JsonNode plan = toTheProduct(shopper);
        assertThat(plan.path("triggers").path("back-hold").path("armed").asBoolean())
                .as("Back hold in the plan %s", plan)
                .isTrue();
        look();
        tapUntilBackIsHeld(shopper, shopper.place().behind());
        shopper.back();
    }

    private void leavesInOnePress(Browser shopper) {
        shopper.back();
        shopper.awaitAddress("the feed after one press of Back", this::inTheFeed);
        assertThat(shopper.shows(RELOAD_PAGE)).isFalse();
    }

    // ------------------------------------------------------------------------------------------------------------------ the journeys

    @Test
    void theFirstBackAfterATapShowsGoodsAndTheSecondIsTheFeed() throws IOException {
        try (Browser shopper = shopperInTheFeed()) {
            comeTapAndLeave(shopper);

            shopper.awaitElement("the reload page", RELOAD_PAGE);
            assertThat(shopper.address()).matches(this::onAProduct);
            List<Element> goods = shopper.elements().stream().filter(GOOD).toList();
            assertThat(goods).as("goods of the reload page").hasSizeGreaterThanOrEqualTo(5);
            assertThat(goods).allSatisfy(good -> assertThat(good.text()).matches("(?s).*[0-9]{1,3}(,[0-9]{3})+.*"));
            Programs.pause(Duration.ofMillis(600));
            shopper.photograph(SCREENS.resolve("back-hold.png"));

            leavesInOnePress(shopper);
            JsonNode session = street.awaitSession(
                    "the session", seen -> seen.path("impressed").asBoolean());
            assertThat(session.path("trigger").asText()).isEqualTo("back-hold");
            assertThat(session.path("arm").asText()).isEqualTo("shown");
        }
    }

    @Test
    void whoComesBackAndLeavesAgainIsShownNothingAndLeavesInOnePress() throws IOException {
        long before = street.leaveMoments("ALREADY_SEEN");
        try (Browser shopper = shopperInTheFeed()) {
            comeTapAndLeave(shopper);
            shopper.awaitElement("the reload page", RELOAD_PAGE);
            leavesInOnePress(shopper);

            toTheProduct(shopper);
            look();
            tapThePicture(shopper);
            leavesInOnePress(shopper);
            street.awaitSession(
                    "one session, remembered for what was shown",
                    seen -> seen.path("pageViews").asInt() == 2
                            && seen.path("reason").asText().equals("SHOWN"));
            Programs.await("a second leave moment, not shown", Duration.ofSeconds(45), () -> {
                long more = street.leaveMoments("ALREADY_SEEN") - before;
                return more > 0 ? Optional.of(more) : Optional.empty();
            });
        }
    }

    @Test
    void aHeldOutShopperLeavesInOnePressAndTheTriggerIsRecorded() throws IOException {
        street.publish(settings -> settings.put("holdOutShare", 0.5));
        try {
            long heldOut = street.report(MALL).path("heldOut").asLong();
            // Half of them are held out, so ten are all shown once in a thousand times; who is not, is not asked to
            // leave.
            for (int nth = 0; nth < 20; nth++) {
                try (Browser shopper = shopperInTheFeed()) {
                    if (!toTheProduct(shopper).path("arm").asText().equals("held-out")) continue;
                    look();
                    tapUntilBackIsHeld(shopper, shopper.place().behind());
                    leavesInOnePress(shopper);
                    JsonNode session = street.awaitSession(
                            "the trigger", seen -> seen.path("trigger").asText().equals("back-hold"));
                    assertThat(session.path("arm").asText()).isEqualTo("held-out");
                    assertThat(session.path("impressed").asBoolean()).isFalse();
                    assertThat(street.report(MALL).path("heldOut").asLong()).isEqualTo(heldOut + 1);
                    return;
                }
            }
            throw new AssertionError("none of twenty visitors was held out at a share of one half");
        } finally {
            street.publish(settings -> settings.put("holdOutShare", 0));
        }
    }

    @Test
    void aShopperFromTheSearchEngineIsNeverHeld() throws IOException {
        URI results = street.search.resolve("/search?q=%EC%B4%88%EA%B2%A8%EC%9A%B8+%EC%BD%94%ED%8A%B8");
        try (Browser shopper = shopperAt(results)) {
            shopper.click(
                    "a result that leads to a product",
                    element -> element.tag().equals("a")
                            && element.inside("article")
                            && element.attribute("href").startsWith(street.mall + "/product/"));
            shopper.awaitAddress("the product's page", this::onAProduct);
            assertThat(shopper.awaitPlan()
                            .path("triggers")
                            .path("back-hold")
                            .path("armed")
                            .asBoolean())
                    .isFalse();
            look();
            tapThePicture(shopper);
            tapThePicture(shopper);
            shopper.back();
            shopper.awaitAddress("the search engine after one press", results.toString()::equals);
            street.awaitSession("why not", seen -> seen.path("reason").asText().equals("SEARCH_ENGINE"));
        }
    }

    /// A minute is the preset; the daily run lowers the mall's own limit to its least, the full one waits the minute.
    @Test
    void whoHasStayedAsLongAsTheMallSaysIsNotHeld() throws IOException {
        long limit = FULL ? 60_000 : 5_000;
        street.publish(settings -> settings.withObject("/rules").put("maxStayMs", limit));
        try (Browser shopper = shopperInTheFeed()) {
            toTheProduct(shopper);
            tapThePicture(shopper);
            Programs.pause(Duration.ofMillis(limit + 1_000));
            leavesInOnePress(shopper);
            street.awaitSession("why not", seen -> seen.path("reason").asText().equals("STAYED_TOO_LONG"));
        } finally {
            street.publish(settings -> settings.withObject("/rules").put("maxStayMs", 60_000));
        }
    }

    @Test
    void whoTouchesNothingLeavesAtOnce() throws IOException {
        try (Browser shopper = shopperInTheFeed()) {
            JsonNode plan = toTheProduct(shopper);
            assertThat(plan.path("triggers").path("back-hold").path("armed").asBoolean())
                    .isTrue();
            look();
            leavesInOnePress(shopper);
            street.awaitSession("why not", seen -> seen.path("reason").asText().equals("NO_ACTIVATION"));
        }
    }

    @Test
    void backFromAProductIsTheListAtOnceWithGoodsOnIt() throws IOException {
        URI list = street.mall.resolve("/list/knit");
        try (Browser shopper = shopperAt(list)) {
            shopper.awaitElement("the list", element -> element.is("li", "card"));
            shopper.forgetPlans();
            shopper.click(
                    "a product of the list", element -> element.tag().equals("a") && element.inside("li", "card"));
            shopper.awaitAddress("the product's page", this::onAProduct);
            shopper.awaitPlan();
            look();
            tapThePicture(shopper);
            shopper.back();
            shopper.awaitAddress("the list after one press", list.toString()::equals);
            shopper.awaitElement("goods on the list", GOOD);
            Programs.pause(Duration.ofMillis(600));
            shopper.photograph(SCREENS.resolve("back-landing.png"));
            JsonNode session = street.awaitSession(
                    "the impression", seen -> seen.path("impressed").asBoolean());
            assertThat(session.path("trigger").asText()).isEqualTo("back-landing");
        }
    }

    @Test
    void aClickOnTheReloadPageAndAnOrderAreInTheConsole() throws IOException {
        JsonNode before = street.report(MALL);
        long paid;
        try (Browser shopper = shopperInTheFeed()) {
            comeTapAndLeave(shopper);
            shopper.awaitElement("the reload page", RELOAD_PAGE);
            String seen = shopper.address().replaceFirst("\\?.*", "");
            street.awaitSession(
                    "the impression", session -> session.path("impressed").asBoolean());
            shopper.click(
                    "another good of the reload page",
                    GOOD.and(good -> !good.attribute("href").startsWith(seen)));
            shopper.awaitAddress("the page of what was clicked", now -> onAProduct(now) && !now.startsWith(seen));

            shopper.click("buy at once", element -> element.is("button", "first") && element.inside("div", "act"));
            shopper.awaitAddress("the checkout", now -> now.startsWith(street.mall + "/checkout"));
            shopper.click("pay", element -> element.is("button", "pay"));
            shopper.awaitAddress("the order", now -> now.startsWith(street.mall + "/order/"));
            String total = shopper.awaitElement(
                            "the sum", element -> element.tag().equals("dd") && element.inside("div", "all"))
                    .text();
            paid = Long.parseLong(total.replaceAll("[^0-9]", ""));
            shopper.photograph(SCREENS.resolve("order.png"));

            JsonNode session = street.awaitSession(
                    "the order",
                    now -> now.path("orders").asInt() == 1
                            && street.report(MALL).path("unverifiedAmount").asLong()
                                    == before.path("unverifiedAmount").asLong());
            assertThat(session.path("trigger").asText()).isEqualTo("back-hold");
            assertThat(session.path("impressed").asBoolean()).isTrue();
            assertThat(session.path("clicked").asBoolean()).isTrue();
            assertThat(session.path("converted").asBoolean()).isTrue();
            assertThat(session.path("amount").asLong()).isEqualTo(paid);
            assertThat(session.path("visibleMs").asLong()).isGreaterThan(2_000);
            assertThat(session.path("pageViews").asInt()).isEqualTo(4);
            assertThat(session.path("referral").asText()).contains("jogakbo");
        }
        JsonNode after = street.report(MALL);
        for (String count : List.of("sessions", "triggered", "shown", "impressions", "clicks", "clickers", "converted"))
            assertThat(after.path(count).asLong() - before.path(count).asLong())
                    .as(count)
                    .isEqualTo(1);
        assertThat(after.path("conversionAmount").asLong()
                        - before.path("conversionAmount").asLong())
                .isEqualTo(paid);
        assertThat(after.path("dwellVisibleMsMean").asDouble()).isGreaterThan(1_000);
        assertThat(street.console
                        .get("/api/malls/" + MALL + "/report/by/referral")
                        .path("rows"))
                .anySatisfy(row -> {
                    assertThat(row.path("value").asText()).contains("jogakbo");
                    assertThat(row.path("conversionAmount").asLong()).isGreaterThanOrEqualTo(paid);
                });

        ownerReads(after);
    }

    /// The mall's owner signs in as a person does and sees these figures.
    private void ownerReads(JsonNode report) throws IOException {
        String amount = "%,d".formatted(report.path("conversionAmount").asLong());
        try (Display desk = Display.open(1360, 900);
                Browser owner = Browser.open(desk, street.fresh("owner"), street.reload.resolve("/console/"))) {
            owner.click(
                    "the field for the address",
                    element -> element.attribute("name").equals("email"));
            desk.type("demo@reload.localhost");
            owner.click(
                    "the field for the password",
                    element -> element.attribute("name").equals("password"));
            desk.type("reload-demo");
            desk.press("Return");
            owner.awaitElement(
                    "the conversion amount " + amount, element -> element.text().contains(amount));
            Programs.pause(Duration.ofMillis(800));
            owner.photograph(SCREENS.resolve("console.png"));
        }
    }

    /// The demo mall counts automated browsers, so that it can be tried by them; another mall does not.
    @Test
    void aMallThatDoesNotCountAutomatedBrowsersRefusesThem() throws IOException {
        HttpServer feed = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        HttpServer mall = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        URI shop = URI.create("http://localhost:" + mall.getAddress().getPort());
        URI street = URI.create("http://localhost:" + feed.getAddress().getPort());
        var console = this.street.console;
        console.openMall("plain", shop.toString(), "KRW", "Asia/Seoul", false);
        console.switchOn("plain", null);
        String snippet = console.get("/api/malls/plain/install").path("snippet").asText();
        serve(feed, "<a href=\"" + shop + "/product/1?utm_source=feed&utm_medium=cpc\">A good</a>");
        serve(
                mall,
                snippet + "<h1>A good</h1><script>reload('page',{template:'product'});"
                        + "reload('product',{id:'1',name:'A good',price:1000,currency:'KRW',inStock:true})</script>");
        double refused = this.street.dropped("BOT");
        try (Browser robot = shopperAt(street.resolve("/"), "--enable-automation")) {
            robot.click("the good", element -> element.tag().equals("a"));
            robot.awaitAddress("the good's page", now -> now.startsWith(shop + "/product/1"));
            JsonNode plan = robot.awaitPlan();
            assertThat(plan.path("eligible").asBoolean()).isFalse();
            assertThat(plan.path("reason").asText()).isEqualTo("BOT");
            look();
            robot.click("the heading", element -> element.tag().equals("h1"));
            robot.back();
            robot.awaitAddress("the feed after one press", now -> now.equals(street + "/"));
            Programs.await(
                    "its beacons refused",
                    Browser.PATIENCE,
                    () -> java.util.Optional.of(this.street.dropped("BOT")).filter(now -> now > refused));
            assertThat(this.street.sessions("plain")).isEmpty();
            assertThat(this.street.report("plain").path("sessions").asLong()).isZero();
        } finally {
            feed.stop(0);
            mall.stop(0);
        }
    }

    private static void serve(HttpServer server, String content) {
        byte[] page = ("<!doctype html><meta charset=utf-8><meta name=referrer content=unsafe-url><title>A page</title>"
                        + content)
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
    }
}
