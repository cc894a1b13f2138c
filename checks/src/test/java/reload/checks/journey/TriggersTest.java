package reload.checks.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reload.checks.stage.Display;
import reload.checks.stage.Programs;

/// The moments beside Back, in a real window: a shopper from the search engine, whose Back is never held, is about to
/// leave, comes back, asks, or reads to the end.
@TestInstance(Lifecycle.PER_CLASS)
class TriggersTest {
    private static final Path ROOT =
            Path.of(System.getProperty("reload.root", "..")).toAbsolutePath().normalize();
    private static final Path SCREENS = ROOT.resolve("checks/target/screens");
    private static final Duration A_LOOK = Duration.ofMillis(2_400);
    private static final Duration THE_MOVEMENT_IS_OVER = Duration.ofMillis(600);

    private static final Predicate<Element> DIALOG =
            element -> element.tag().equals("dialog") && element.inside("reload-page");

    private Street street;
    private Display phone;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        street = Street.open(ROOT, Files.createTempDirectory("reload-triggers"));
        phone = Display.open(500, 932);
        street.publish(settings -> {
            settings.put("holdOutShare", 0);
            settings.withObject("/triggers/leaveSignal").put("on", true);
            settings.withObject("/triggers/return").put("on", true);
            settings.withObject("/triggers/inline").put("on", true);
        });
    }

    @AfterAll
    void close() throws IOException {
        if (phone != null) phone.close();
        if (street == null) return;
        street.keepLogs(SCREENS.resolveSibling("triggers-logs"));
        street.close();
    }

    private Browser shopperOnAProduct(Display display) throws IOException {
        Browser shopper = Browser.open(
                display,
                street.fresh("profile"),
                street.search.resolve("/search?q=%EC%B4%88%EA%B2%A8%EC%9A%B8+%EC%BD%94%ED%8A%B8"));
        shopper.click(
                "a result that leads to a product",
                element -> element.tag().equals("a")
                        && element.inside("article")
                        && element.attribute("href").startsWith(street.mall + "/product/"));
        shopper.awaitAddress("the product's page", now -> now.startsWith(street.mall + "/product/"));
        return shopper;
    }

    private static void armed(JsonNode plan, String trigger) {
        assertThat(plan.path("triggers").path(trigger).path("armed").asBoolean())
                .as("%s in the plan %s", trigger, plan)
                .isTrue();
    }

    private void shownBecauseOf(String trigger) {
        JsonNode session = street.awaitSession(
                "the impression", seen -> seen.path("impressed").asBoolean());
        assertThat(session.path("trigger").asText()).isEqualTo(trigger);
        assertThat(session.path("arm").asText()).isEqualTo("shown");
    }

    @Test
    void aFingerThatFlingsUpAfterReadingRaisesASheet() throws IOException {
        try (Browser shopper = shopperOnAProduct(phone)) {
            shopper.becomeAPhone();
            armed(shopper.awaitPlan(), "leave-signal");
            Programs.pause(A_LOOK);
            for (int page = 0; page < 10; page++) shopper.swipe(720, 120, 2);
            shopper.swipe(120, 740, 6);
            shopper.awaitElement("the sheet", DIALOG);
            Programs.pause(THE_MOVEMENT_IS_OVER);
            shopper.photograph(SCREENS.resolve("leave-signal.png"));
            shownBecauseOf("leave-signal");
        }
    }

    @Test
    void aMouseThatGoesOutAtTheTopAfterReadingRaisesASheet() throws IOException {
        try (Display desk = Display.open(1360, 900);
                Browser shopper = shopperOnAProduct(desk)) {
            armed(shopper.awaitPlan(), "leave-signal");
            desk.wheel(600, 500, 40);
            Programs.pause(A_LOOK);
            desk.point(610, 300);
            desk.point(600, 130);
            desk.point(400, 20);
            shopper.awaitElement("the sheet", DIALOG);
            Programs.pause(THE_MOVEMENT_IS_OVER);
            shopper.photograph(SCREENS.resolve("top-exit.png"));
            shownBecauseOf("leave-signal");
        }
    }

    @Test
    void whoComesBackToTheTabIsOfferedToGoOn() throws IOException {
        try (Browser shopper = shopperOnAProduct(phone)) {
            armed(shopper.awaitPlan(), "return");
            Programs.pause(A_LOOK);
            phone.press("ctrl+t");
            Programs.pause(Duration.ofSeconds(21));
            phone.press("ctrl+w");
            shopper.awaitElement("the bar", DIALOG.and(element -> element.is("dialog", "bar")));
            Programs.pause(THE_MOVEMENT_IS_OVER);
            shopper.photograph(SCREENS.resolve("return.png"));
            shownBecauseOf("return");
        }
    }

    /// The shopper asks for similar goods and gets them in either arm; the slot at the end is filled in one of them.
    @Test
    void theControlOpensInBothArmsAndTheSlotIsFilledInOne() throws IOException {
        street.publish(settings -> settings.put("holdOutShare", 0.5));
        try {
            Set<String> arms = new HashSet<>();
            for (int nth = 0; nth < 20 && arms.size() < 2; nth++) {
                try (Browser shopper = shopperOnAProduct(phone)) {
                    String arm = shopper.awaitPlan().path("arm").asText();
                    if (arms.add(arm)) asksAndReadsToTheEnd(shopper, arm);
                }
            }
            assertThat(arms).containsExactlyInAnyOrder("shown", "held-out");
        } finally {
            street.publish(settings -> settings.put("holdOutShare", 0));
        }
    }

    private void asksAndReadsToTheEnd(Browser shopper, String arm) throws IOException {
        Programs.pause(A_LOOK);
        shopper.click("the mall's own control", element -> element.attributes().containsKey("data-reload-link"));
        shopper.awaitElement("what was asked for", DIALOG);
        Programs.pause(THE_MOVEMENT_IS_OVER);
        shopper.photograph(SCREENS.resolve("link-" + arm + ".png"));
        phone.press("Escape");
        Programs.await(
                "the page without it",
                Browser.PATIENCE,
                () -> shopper.shows(DIALOG) ? Optional.empty() : Optional.of(true));

        phone.press("End");
        JsonNode session = street.awaitSession(
                "the moment of the slot", seen -> seen.path("trigger").asText().equals("inline"));
        assertThat(session.path("arm").asText()).isEqualTo(arm);
        shopper.photograph(SCREENS.resolve("inline-" + arm + ".png"));
        assertThat(shopper.shows(element -> element.is("section", "inline") && element.inside("reload-page")))
                .as("the slot of a visitor who is %s", arm)
                .isEqualTo(arm.equals("shown"));
    }
}
