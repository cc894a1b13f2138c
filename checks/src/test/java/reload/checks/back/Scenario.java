package reload.checks.back;

import java.util.List;
import java.util.function.Consumer;
import reload.checks.stage.Engine;

/// One thing a shopper may do around Back, and what must come of it with each bundle and with none.
///
/// @param rule what it shows
/// @param searching whether the shopper comes from a search engine
/// @param heldOut whether the shopper is of those who are shown nothing
/// @param fresh whether the browser may have had no tab before
record Scenario(
        String rule, Install install, boolean searching, boolean heldOut, boolean fresh, Consumer<Shopper> steps) {
    private static Scenario of(String rule, Consumer<Shopper> steps) {
        return of(rule, Install.HEAD, steps);
    }

    private static Scenario of(String rule, Install install, Consumer<Shopper> steps) {
        return new Scenario(rule, install, false, false, false, steps);
    }

    /// With all the room there is in the browser's cache of pages: Firefox keeps 8 for all its tabs,
    /// those of closed tabs for a while among them, and drops first what lies furthest from where its
    /// tab is, which the hold puts one entry further.
    private Scenario inAFreshBrowser() {
        return new Scenario(rule, install, searching, heldOut, true, steps);
    }

    /// Whether a plan can come at all.
    boolean planned() {
        return switch (install) {
            case BLOCKED, HALF_BLOCKED, OFFLINE, GLOBALS_BROKEN -> false;
            default -> true;
        };
    }

    static final List<Scenario> ALL = List.of(
            of("a tap, then Back: held once, the second press leaves", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("no input at all: never held", shopper -> {
                shopper.lands();
                shopper.backLeaves();
            }),
            of("scrolling is no input: never held", shopper -> {
                shopper.lands();
                shopper.scrolls();
                shopper.backLeaves();
            }),
            of("Escape is no input: never held", shopper -> {
                shopper.lands();
                shopper.presses("Escape");
                shopper.backLeaves();
            }),
            of("a key, then Back: held once", shopper -> {
                shopper.lands();
                shopper.presses("Down");
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("a tap before the script has come: held once with a Navigation API", Install.SLOW, shopper -> {
                shopper.landsAndTapsAtOnce();
                if (shopper.engine() == Engine.WEBKIT) shopper.backLeaves();
                else shopper.backIsHeldOnceOn("/product/1");
            }),
            of("once: who comes again leaves in one press", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backIsHeldOnceOn("/product/1");
                shopper.lands();
                shopper.taps();
                shopper.backLeaves();
            }),
            of("two presses 120 ms apart leave", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backTwiceAtOnce();
                shopper.hasLeft();
            }),
            of("Escape closes the reload page, the next press leaves", shopper -> {
                shopper.lands();
                shopper.taps();
                if (shopper.holds()) {
                    shopper.back();
                    shopper.sees("/product/1");
                    shopper.presses("Escape");
                    shopper.isOn("/product/1");
                    shopper.taps();
                }
                shopper.backLeaves();
            }),
            of("the reload page's own button leaves", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.back();
                if (shopper.holds()) {
                    shopper.sees("/product/1");
                    shopper.tapsOnTheReloadPage("나가기");
                }
                shopper.hasLeft();
            }),
            of("a link of the reload page, then Back, Back: no second hold", shopper -> {
                shopper.lands();
                shopper.taps();
                if (shopper.holds()) {
                    shopper.back();
                    shopper.sees("/product/1");
                    shopper.tapsOnTheReloadPage(Malls.BANNER);
                    shopper.isOn(Malls.BANNER_PAGE);
                    shopper.taps();
                    shopper.backIs("/product/1");
                }
                shopper.backLeaves();
            }),
            of("Forward to where Back was held: Back leaves in one press", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backIsHeldOnceOn("/product/1");
                shopper.forward();
                shopper.isOn("/product/1");
                if (shopper.holds()) {
                    shopper.forward();
                    shopper.isOn("/product/1");
                }
                shopper.backLeaves();
            }),
            of("the landing page only: further in, Back is never held", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.followsTheNext("/product/2");
                shopper.looks();
                shopper.taps();
                shopper.backIs("/product/1");
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("three pages deep, nothing tapped on the first: never held", shopper -> {
                shopper.lands();
                shopper.followsTheNext("/product/2");
                shopper.taps();
                shopper.followsTheNext("/product/3");
                shopper.taps();
                shopper.backIs("/product/2");
                shopper.backIs("/product/1");
                shopper.backLeaves();
            }),
            of("the browser's cache of pages still takes the page, and Back works on it", shopper -> {
                        shopper.lands();
                        shopper.taps();
                        shopper.followsTheNext("/product/2");
                        shopper.backIs("/product/1");
                        shopper.waitUntil(
                                "the page from the cache",
                                told -> told.stream()
                                        .anyMatch(one ->
                                                one.persisted() && one.page().equals("/product/1")));
                        shopper.mallWorks();
                        shopper.backIsHeldOnceOn("/product/1");
                        shopper.waitUntil(
                                "the feed from the cache",
                                told -> told.stream()
                                        .anyMatch(one ->
                                                one.persisted() && one.page().equals("/")));
                    })
                    .inAFreshBrowser(),
            of("reload: the entry is taken over, not put twice", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.reloads();
                shopper.taps();
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("an anchor after the tap: Back to the top, then held once", shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.followsTheAnchor();
                shopper.isOn("/product/1#reviews");
                shopper.backIs("/product/1");
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("an anchor before the tap: never held", shopper -> {
                shopper.lands();
                shopper.followsTheAnchor();
                shopper.isOn("/product/1#reviews");
                shopper.taps();
                shopper.backIs("/product/1");
                shopper.backLeaves();
            }),
            of("the mall's own entry in the same click: its Back is not ours", shopper -> {
                shopper.lands();
                shopper.tapsForMore();
                shopper.isOn("/product/1/more");
                shopper.backIs("/product/1");
                shopper.backLeaves();
            }),
            of("a tap in a frame of the mall: never held", shopper -> {
                shopper.lands();
                shopper.tapsTheFrame(false);
                shopper.backLeaves();
            }),
            of("a tap in a frame of another site: never held", shopper -> {
                shopper.lands();
                shopper.tapsTheFrame(true);
                shopper.backLeaves();
            }),
            new Scenario("from a search engine: never held", Install.HEAD, true, false, false, shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backLeaves();
            }),
            new Scenario("held out: one press leaves", Install.HEAD, false, true, false, shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.backLeaves();
            }),
            of("React Router: a link, then Back, Back", shopper -> {
                shopper.landsInReact();
                shopper.followsTheNext("/react/product/2");
                shopper.taps();
                shopper.backIs("/react/product/1");
                shopper.backLeaves();
            }),
            of("React Router: a tap, a link: the router's Back is its own", shopper -> {
                shopper.landsInReact();
                routes(shopper, "/react/product/");
            }),
            of("Vue Router: a link, then Back, Back", shopper -> {
                shopper.landsInVue();
                shopper.followsTheNext("/vue/product/2");
                shopper.taps();
                shopper.backIs("/vue/product/1");
                shopper.backLeaves();
            }),
            of("Vue Router: a tap, a link: the router's Back is its own", shopper -> {
                shopper.landsInVue();
                routes(shopper, "/vue/product/");
            }),
            of("a route a moment after the click: its Back is the router's", shopper -> {
                shopper.landsInReact();
                shopper.tapsForMore();
                shopper.isOn("/react/product/2");
                shopper.backIs("/react/product/1");
                shopper.backLeavesHeldAtMostOnce();
            }),
            of("the script at the end of the body", Install.END_OF_BODY, Scenario::classic),
            of("the loader without the stub", Install.WITHOUT_STUB, Scenario::classic),
            of("two copies of the script", Install.TWICE, Scenario::classic),
            of("a mall with unload listeners", Install.UNLOAD, Scenario::classic),
            of("a mall that keeps its own state in the entry", Install.STATE_KEPT, shopper -> {
                shopper.lands();
                shopper.taps();
                shopper.rests();
                shopper.backIsHeldOnceOn("/product/1");
            }),
            of("a mall whose scripts wrap fetch, JSON, Promise, history", Install.GLOBALS_WRAPPED, Scenario::classic),
            of(
                    "a mall whose scripts break fetch, JSON, Promise, storage",
                    Install.GLOBALS_BROKEN,
                    Scenario::untroubled),
            of("an ad blocker lets nothing pass", Install.BLOCKED, Scenario::untroubled),
            of("an ad blocker lets the loader pass alone", Install.HALF_BLOCKED, Scenario::untroubled),
            of("offline, the script from the cache", Install.OFFLINE, Scenario::untroubled));

    private static void classic(Shopper shopper) {
        shopper.lands();
        shopper.taps();
        shopper.backIsHeldOnceOn("/product/1");
    }

    /// The mall does what it does without us.
    private static void untroubled(Shopper shopper) {
        shopper.lands();
        shopper.mallWorks();
        shopper.followsTheNext("/product/2");
        shopper.mallWorks();
        shopper.backIs("/product/1");
        shopper.backLeaves();
    }

    private static void routes(Shopper shopper, String pages) {
        shopper.taps();
        shopper.followsTheNext(pages + 2);
        long before = shopper.count(told -> told.is("planned"));
        shopper.backIs(pages + 1);
        shopper.awaitPlan(before);
        long routed = shopper.count(told -> told.is("routed"));
        shopper.backIsHeldOnceOn(pages + 1);
        if (shopper.count(told -> told.is("routed")) > routed)
            throw new AssertionError("the router heard of a Back that was ours");
    }
}
