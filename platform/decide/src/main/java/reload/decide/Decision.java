package reload.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reload.catalog.Catalog;
import reload.collect.Admission;
import reload.collect.Admission.Caller;
import reload.event.Arm;
import reload.event.Frequency;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Trigger;
import reload.event.Variant;
import reload.learn.Learnt;
import reload.learn.bandit.Shares;
import reload.mall.Choosing;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.MallSettings.TriggerSettings;
import reload.mall.Referral;
import reload.mall.SearchEngines;
import reload.mall.Words.Sentences;
import reload.recommend.Recommender;
import reload.session.Landing;

/// What a page may do at the moment of leaving. Whether anything may be shown is decided by the mall's first page,
/// whatever arm and variant were drawn, so that all of them hold the same visitors.
public final class Decision {
    private static final List<Trigger> TRIGGERS = List.of(Trigger.values());
    private static final Set<Template> LANDINGS = EnumSet.of(Template.HOME, Template.LIST, Template.SEARCH);
    private static final Set<Template> LOOKING =
            EnumSet.of(Template.HOME, Template.LIST, Template.SEARCH, Template.PRODUCT);
    /// Where nobody is interrupted.
    private static final Set<Template> BUYING = EnumSet.of(Template.CART, Template.CHECKOUT, Template.ORDER);
    /// Events less than 30 minutes apart are one session.
    private static final long SURELY_THE_SAME_VISIT = 30 * 60_000L;
    private static final long DAY = 24 * 3_600_000L;

    private final PlanRequest request;
    private final Mall mall;
    private final MallSettings settings;
    private final Caller caller;
    private final Learnt learnt;

    private Decision(PlanRequest request, Mall mall, Caller caller, Learnt learnt) {
        this.request = request;
        this.mall = mall;
        this.settings = mall.settings();
        this.caller = caller;
        this.learnt = learnt;
    }

    /// Decides. Pure; the cost is that of two recommendations.
    ///
    /// @param plan the id the plan will have, if there is one; UUIDv7
    public static Plan decide(
            PlanRequest request,
            Mall mall,
            Caller caller,
            UUID plan,
            Catalog catalog,
            Recommender recommender,
            Learnt learnt) {
        return new Decision(request, mall, caller, learnt).decide(plan, catalog, recommender);
    }

    /// Every rule that keeps a trigger from this page, of the page first; of these the first is the one that is told.
    public static Map<Trigger, List<Reason>> refusals(PlanRequest request, Mall mall, Caller caller) {
        Decision decision = new Decision(request, mall, caller, Learnt.NOTHING); // No rule rests on what was learnt.
        Map<Trigger, List<Reason>> refusals = new EnumMap<>(Trigger.class);
        for (Trigger trigger : TRIGGERS) {
            List<Reason> all = new ArrayList<>(decision.pageRefusals());
            all.addAll(decision.refusals(trigger));
            refusals.put(trigger, all);
        }
        return refusals;
    }

    private Plan decide(UUID plan, Catalog catalog, Recommender recommender) {
        List<Reason> closed = pageRefusals();
        if (!closed.isEmpty()) return refused(closed.getFirst());
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        boolean any = false;
        for (Trigger trigger : TRIGGERS) {
            List<Reason> refusals = refusals(trigger);
            triggers.put(trigger, refusals.isEmpty() ? null : refusals.getFirst());
            any |= refusals.isEmpty();
        }
        if (!any) return new Plan(triggers, settings, leadingReason(triggers), null);
        String locale = request.locale() == null ? mall.locale() : request.locale();
        Sentences words = settings.page().words().in(locale);
        long now = caller.receivedAt(request.sentAt());
        Function<String, Shelf> pages =
                name -> new Shelf(request, settings.page().blocksOf(name), words, now, catalog, recommender);
        PlanPass pass = pass(plan, now);
        Shelf.Filled filled = filled(pass, pages);
        if (filled.blocks().isEmpty()) return refused(Reason.NOTHING_TO_SHOW);
        return new Plan(triggers, settings, null, offer(pass, locale, words, filled));
    }

    /// The page drawn, or the first one where that has nothing to show; nothing where the first one has nothing.
    private static Shelf.Filled filled(PlanPass pass, Function<String, Shelf> pages) {
        boolean further = pass.shows() && !pass.variant().equals(Variant.CLASSIC);
        if (further && pages.apply(Variant.CLASSIC).holdsAnything()) {
            Shelf.Filled drawn = pages.apply(pass.variant()).fill();
            if (!drawn.blocks().isEmpty()) return drawn;
        }
        return pages.apply(Variant.CLASSIC).fill();
    }

    /// What keeps every trigger from this page.
    private List<Reason> pageRefusals() {
        List<Reason> refusals = new ArrayList<>();
        if (!settings.live()) refusals.add(Reason.MALL_NOT_LIVE);
        if (Admission.isBot(request.webdriver(), mall, caller)) refusals.add(Reason.BOT);
        if (!Admission.mayBeRecognised(request.consent(), mall)) refusals.add(Reason.NO_CONSENT);
        if (request.framed()) refusals.add(Reason.IN_FRAME);
        return refusals;
    }

    private List<Reason> refusals(Trigger trigger) {
        List<Reason> refusals = new ArrayList<>();
        // A shopper who asks is answered: that needs no memory and no experiment.
        if (trigger.joinsExperiment() && request.storage() != Storage.PERSISTENT) refusals.add(Reason.NO_STORAGE);
        TriggerSettings own = settings.triggers().of(trigger);
        if (trigger.interrupts()) ofVisitor(own.frequency(), refusals);
        if (!own.on()) refusals.add(Reason.TRIGGER_OFF);
        switch (trigger) {
            case BACK_HOLD -> ofBackHold(refusals);
            case BACK_LANDING -> ofBackLanding(refusals);
            case LEAVE_SIGNAL -> ofLeaveSignal(refusals);
            case RETURN -> ofReturn(refusals);
            case LINK, INLINE -> {}
        }
        return refusals;
    }

    /// What keeps this visitor from being interrupted.
    private void ofVisitor(Frequency frequency, List<Reason> refusals) {
        PlanRequest.Seen seen = request.seen();
        if (seen != null && isTooSoon(frequency, request.sentAt() - seen.at()))
            refusals.add(seen.arm() == Arm.SHOWN ? Reason.ALREADY_SEEN : Reason.ALREADY_HELD_OUT);
        if (request.snoozedUntil() > request.sentAt()) refusals.add(Reason.SNOOZED);
    }

    /// The page, which knows when its visit began, decides what is left open here.
    private static boolean isTooSoon(Frequency frequency, long sinceMs) {
        return switch (frequency) {
            case VISITOR -> true;
            case VISIT -> sinceMs < SURELY_THE_SAME_VISIT;
            case DAY -> sinceMs < DAY;
            case ALWAYS -> false;
        };
    }

    private void ofBackHold(List<Reason> refusals) {
        if (!request.holds()) refusals.add(Reason.STRICT_BUNDLE);
        if (!settings.templates().contains(request.template())) refusals.add(Reason.PAGE_EXCLUDED);
        if (!request.landing().entry()) refusals.add(Reason.NOT_LANDING_ENTRY);
        Reason source = HoldSource.refusal(request.landing(), SearchEngines.of(settings.searchEngines()));
        if (source != null) refusals.add(source);
    }

    private void ofBackLanding(List<Reason> refusals) {
        if (!LANDINGS.contains(request.template())) refusals.add(Reason.PAGE_EXCLUDED);
        if (request.left() == null) refusals.add(Reason.NOTHING_TO_SHOW);
    }

    private void ofLeaveSignal(List<Reason> refusals) {
        if (!settings.templates().contains(request.template()) || BUYING.contains(request.template()))
            refusals.add(Reason.PAGE_EXCLUDED);
    }

    private void ofReturn(List<Reason> refusals) {
        if (!LOOKING.contains(request.template())) refusals.add(Reason.PAGE_EXCLUDED);
        if (Shelf.current(request) == null) refusals.add(Reason.NOTHING_TO_SHOW);
    }

    /// The reason a mall can do most about: of the first trigger that is switched on.
    private static Reason leadingReason(Map<Trigger, @Nullable Reason> triggers) {
        for (Reason reason : triggers.values()) if (reason != null && reason != Reason.TRIGGER_OFF) return reason;
        return Reason.TRIGGER_OFF;
    }

    private Plan refused(Reason reason) {
        Map<Trigger, @Nullable Reason> triggers = new EnumMap<>(Trigger.class);
        for (Trigger trigger : TRIGGERS) triggers.put(trigger, reason);
        return new Plan(triggers, settings, reason, null);
    }

    /// The hold-out is given the first page too: whoever asks for it is shown it.
    private PlanPass pass(UUID plan, long now) {
        double holdOut = settings.holdOutShare();
        Arm arm = Draw.arm(mall.armKey(), mall.experiment(), request.visitor(), holdOut);
        Chances.Drawn variant = arm == Arm.HELD_OUT
                ? new Chances.Drawn(Variant.CLASSIC, 1)
                : Draw.variant(mall.armKey(), mall.experiment(), request.visitor(), chances());
        return new PlanPass(
                mall.id(),
                plan,
                request.visitor(),
                caller.originHash(),
                now,
                now + settings.rules().planTtlMs(),
                mall.settingsVersion(),
                learnt.leaving().version(),
                (arm == Arm.HELD_OUT ? holdOut : 1 - holdOut) * variant.chance(),
                arm,
                variant.name(),
                mall.experiment());
    }

    private Chances chances() {
        Choosing choosing = settings.choosing();
        if (choosing.leavesNoChoice() && settings.page().variants().isEmpty()) return Chances.ONE_PAGE;
        if (choosing.whom() == Choosing.Whom.RULE && !choosing.rule().shows(known()))
            return new Chances(List.of(Variant.NOTHING), Shares.even(1));
        Chances chances = new Chances(settings.variants(), learnt.shares().of(settings));
        boolean pays =
                choosing.whom() != Choosing.Whom.UPLIFT || learnt.targeting().shows(known(), choosing.cost());
        return pays ? chances : chances.spared();
    }

    /// What a rule, and what was learnt of whom it pays to show a page, may speak of.
    private Map<String, String> known() {
        PlanRequest.Landing landing = request.landing();
        Referral referral = Referral.of(
                landing.utm(), landing.referrer(), landing.url(), SearchEngines.of(settings.searchEngines()));
        return Map.of(
                "device",
                request.device().wire(),
                "referral",
                Landing.of(referral).referral(),
                "template",
                request.template().wire());
    }

    private Plan.Offer offer(PlanPass pass, String locale, Sentences words, Shelf.Filled filled) {
        return new Plan.Offer(
                pass,
                pass.sign(mall.tokenKey()),
                locale,
                words,
                settings.page().theme(),
                filled.blocks(),
                filled.spares(),
                filled.products(),
                filled.badges(),
                learnt.leaving().leave());
    }
}
