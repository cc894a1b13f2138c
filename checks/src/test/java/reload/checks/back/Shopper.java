package reload.checks.back;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reload.checks.stage.Engine;
import reload.checks.stage.Programs;
import reload.checks.stage.Window;

/// Whoever has the mouse in one run of a scenario, and what can be told of the run from outside the page.
final class Shopper {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// Nothing is shown in the first two seconds of a visit.
    private static final Duration A_LOOK = Duration.ofMillis(2_100);
    /// How long it must stay as it is, to be taken for how it ends.
    private static final Duration SETTLED = Duration.ofMillis(250);

    private final Window window;
    private final Grounds grounds;
    private final Bundle bundle;
    private final Engine engine;
    private final boolean planned;

    Shopper(Window window, Grounds grounds, Bundle bundle, Engine engine, boolean planned) {
        this.window = window;
        this.grounds = grounds;
        this.bundle = bundle;
        this.engine = engine;
        this.planned = planned && bundle != Bundle.NONE;
    }

    Engine engine() {
        return engine;
    }

    // ------------------------------------------------------------------------------------------- where the shopper is

    /// The page, and whether a reload page is on it.
    record Place(String page, boolean reloadPage) {
        @Override
        public String toString() {
            return page + (reloadPage ? " under a reload page" : "");
        }
    }

    private Place place() {
        String page = "nowhere";
        String doc = "";
        boolean shown = false;
        List<Told> all = grounds.told();
        for (Told told : all)
            switch (told.what()) {
                case "here" -> {
                    if (!told.doc().equals(doc)) shown = false;
                    doc = told.doc();
                    page = told.page();
                }
                case "shown" -> shown = true;
                case "taken away" -> shown = false;
                default -> {}
            }
        String last = doc;
        if (all.stream().noneMatch(told -> told.is("ready") && told.doc().equals(last))) page += ", not ready";
        return new Place(page, shown);
    }

    private void isAt(Place wanted) {
        Programs.await("to be at " + wanted, PATIENCE, () -> {
            Place now = place();
            if (!now.equals(wanted)) throw new IllegalStateException("at " + now);
            Programs.pause(SETTLED);
            now = place();
            if (!now.equals(wanted)) throw new IllegalStateException("at " + now + " a moment later");
            return Optional.of(now);
        });
    }

    void isOn(String page) {
        isAt(new Place(page, false));
    }

    /// Out of the mall, where the shopper came from.
    void hasLeft() {
        isOn("/");
    }

    void sees(String page) {
        isAt(new Place(page, true));
    }

    long count(Predicate<Told> what) {
        return grounds.told().stream().filter(what).count();
    }

    void waitUntil(String what, Predicate<List<Told>> right) {
        Programs.await(what, PATIENCE, () -> right.test(grounds.told()) ? Optional.of(true) : Optional.empty());
    }

    // ------------------------------------------------------------------------------------------- what the shopper does

    /// Comes from the feed, or from the search engine, to the first product, until the page knows what it may do.
    void lands() {
        hasLeft();
        follows(120, "/product/1");
        looks();
    }

    /// Taps before the page's script has come.
    void landsAndTapsAtOnce() {
        hasLeft();
        tap(120);
        isOn("/product/1");
        long plans = count(told -> told.is("planned"));
        taps();
        grounds.letTheScriptCome();
        awaitPlan(plans);
        looks();
    }

    void landsInReact() {
        hasLeft();
        follows(200, "/react/product/1");
        looks();
    }

    void landsInVue() {
        hasLeft();
        follows(280, "/vue/product/1");
        looks();
    }

    void followsTheNext(String page) {
        follows(200, page);
    }

    private void follows(int top, String page) {
        long plans = count(told -> told.is("planned"));
        tap(top);
        isOn(page);
        awaitPlan(plans);
    }

    void awaitPlan(long before) {
        if (planned)
            waitUntil(
                    "a plan",
                    told -> told.stream().filter(one -> one.is("planned")).count() > before);
    }

    void looks() {
        Programs.pause(A_LOOK);
    }

    void rests() {
        Programs.pause(Duration.ofMillis(500));
    }

    /// On what leads nowhere.
    void taps() {
        tap(120);
        Programs.pause(Duration.ofMillis(200));
    }

    void followsTheAnchor() {
        tap(280);
    }

    void tapsForMore() {
        tap(360);
    }

    /// The mall's own button still counts.
    void mallWorks() {
        long before = count(told -> told.is("counted"));
        tap(440);
        waitUntil(
                "the mall's own button to work",
                told -> told.stream().filter(one -> one.is("counted")).count() > before);
    }

    private void tap(int top) {
        window.tap(210, top + 30);
    }

    void tapsTheFrame(boolean ofAnotherSite) {
        window.tap(610, ofAnotherSite ? 400 : 200);
        Programs.pause(Duration.ofMillis(200));
    }

    void scrolls() {
        window.wheel(900, 600, 6);
        Programs.pause(Duration.ofMillis(300));
    }

    void presses(String key) {
        window.press(key);
        Programs.pause(Duration.ofMillis(300));
    }

    /// A button or a link of the reload page.
    void tapsOnTheReloadPage(String text) {
        JsonNode part = Programs.await("the reload page's " + text, PATIENCE, () -> {
            for (Told told : grounds.told())
                if (told.is("parts"))
                    for (JsonNode one : told.more().path("parts"))
                        if (one.path("text").asText().contains(text)) return Optional.of(one);
            return Optional.empty();
        });
        window.tap(part.path("x").asInt(), part.path("y").asInt());
    }

    void back() {
        window.back();
    }

    void backTwiceAtOnce() {
        window.backTwice(Duration.ofMillis(120));
    }

    void forward() {
        long pages = count(told -> told.is("here"));
        window.forward();
        waitUntil(
                "another page",
                told -> told.stream().filter(one -> one.is("here")).count() > pages);
    }

    void reloads() {
        long plans = count(told -> told.is("planned"));
        long pages = count(told -> told.is("here"));
        window.reload();
        waitUntil(
                "the page again",
                told -> told.stream().filter(one -> one.is("here")).count() > pages);
        awaitPlan(plans);
        Programs.pause(Duration.ofMillis(300));
    }

    // ------------------------------------------------------------------------------------------- what Back must do

    /// One press leads there, with either bundle and with none.
    void backIs(String page) {
        back();
        isOn(page);
    }

    /// One press leaves the mall, with either bundle and with none.
    void backLeaves() {
        back();
        hasLeft();
    }

    /// Where Back is held, the first press shows a reload page on this page; the next one leaves. Else one press
    /// leaves.
    void backIsHeldOnceOn(String page) {
        if (holds()) {
            back();
            sees(page);
        }
        backLeaves();
    }

    /// The tap has armed the landing entry before the mall moved on from it: engines differ in whether they
    /// pass over an entry that was left again within the tap. Where they do, one press leaves.
    void backLeavesHeldAtMostOnce() {
        back();
        if (holds()) {
            Programs.pause(SETTLED.multipliedBy(4));
            if (place().reloadPage()) back();
        }
        hasLeft();
    }

    boolean holds() {
        return bundle == Bundle.HOLD;
    }
}
