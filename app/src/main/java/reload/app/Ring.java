package reload.app;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.catalog.adapter.CatalogFold;
import reload.catalog.adapter.CatalogRoute;
import reload.catalog.adapter.CatalogSnapshots;
import reload.catalog.adapter.ProductsRoute;
import reload.collect.Admission.Drop;
import reload.collect.adapter.Clients;
import reload.collect.adapter.CollectRoute;
import reload.collect.adapter.Door;
import reload.collect.adapter.Limiter;
import reload.collect.adapter.OrdersRoute;
import reload.collect.adapter.Requests;
import reload.collect.adapter.SdkRoutes;
import reload.collect.adapter.Tally;
import reload.decide.adapter.PlanRoute;
import reload.decide.adapter.PreviewRoute;
import reload.event.MallId;
import reload.learn.Learnt;
import reload.learn.adapter.Course;
import reload.learn.adapter.LeaveTraining;
import reload.learn.adapter.ModelStore;
import reload.learn.adapter.Models;
import reload.learn.adapter.PolicyJudge;
import reload.learn.adapter.Propensities;
import reload.learn.adapter.PropensityProcess;
import reload.learn.adapter.RoundCourse;
import reload.learn.adapter.TargetingTraining;
import reload.learn.adapter.Training;
import reload.learn.adapter.TrainingProcess;
import reload.learn.adapter.VariantResults;
import reload.learn.adapter.VariantTraining;
import reload.learn.adapter.VisitChances;
import reload.learn.bandit.VariantShares;
import reload.learn.exit.Following;
import reload.learn.exit.MallModel;
import reload.learn.uplift.Targeting;
import reload.log.Log;
import reload.log.adapter.Follower;
import reload.log.adapter.PostgresLog;
import reload.log.adapter.Rest;
import reload.log.adapter.Retention;
import reload.log.adapter.Turns;
import reload.mall.adapter.FirstStart;
import reload.mall.adapter.Tenancy;
import reload.measure.adapter.FigureTables;
import reload.measure.adapter.Freshness;
import reload.recommend.RankingModel;
import reload.recommend.Recommender;
import reload.recommend.adapter.RankModels;
import reload.recommend.adapter.RankTrainingProcess;
import reload.recommend.adapter.RecommendFold;
import reload.recommend.adapter.RecommendSnapshots;
import reload.session.adapter.SessionFold;
import reload.session.adapter.TrailRetention;

/// The whole ring in one process: database, log, malls, folds, and the doors at the edge. Made once, at start, in
/// the order an event travels; ended in reverse.
@Startup
@Singleton
public final class Ring {
    private static final Logger LOG = LoggerFactory.getLogger(Ring.class);
    private static final Duration AT_THE_END = Duration.ofMillis(200);
    private static final int BATCH = 250;
    /// Of the routes: what pages ask most is looked for before the console's filters, which are not for them.
    private static final int FIRST = -10_000;

    private final Settings settings;
    private final LongAdder plansAsked = new LongAdder();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final PostgresLog log;
    private final Tenancy tenancy;
    private final Tally tally;
    private final CatalogSnapshots catalogs;
    private final Function<MallId, Recommender> recommenders;
    private final SessionFold sessions;
    private final FigureTables figures;
    private final ModelStore<MallModel> leaving;
    private final ModelStore<VariantShares> sharing;
    private final ModelStore<Targeting> targeting;
    private final ModelStore<RankingModel> ranking;
    private final Propensities propensities;
    private final Training training;

    Ring(Settings settings, MeterRegistry metrics) throws InterruptedException {
        this.settings = settings;
        try {
            Stores stores = opened(Stores.open(settings.data(), settings.database(), settings.secretKey()));
            log = opened(PostgresLog.open(stores.ingest(), stores.worker(), clock, PostgresLog.Limits.DEFAULT));
            if (!log.awaitWritable(Duration.ofSeconds(30))) LOG.warn("log not writable yet reason={}", log.refusing());
            tenancy = opened(
                    Tenancy.open(stores.console(), stores.worker(), stores.secret(), log, clock, settings.isDemo()));
            firstStart();
            tally = new Tally(metrics);
            sessions = new SessionFold(stores.worker(), tenancy.malls(), clock, (refusal, count) -> {
                for (int i = 0; i < count; i++) tally.dropped(Drop.valueOf(refusal.name()));
            });
            figures = new FigureTables(tenancy.rows());
            catalogs = opened(CatalogSnapshots.open(stores.worker()));
            leaving = opened(LeaveTraining.open(stores.worker()));
            sharing = opened(VariantTraining.open(stores.worker()));
            targeting = opened(TargetingTraining.open(stores.worker()));
            ranking = opened(RankModels.open(stores.worker()));
            propensities = opened(Propensities.open(stores.worker()));
            RecommendFold learnt = settings.roles().contains(Settings.Role.WORKER) ? work(stores) : null;
            recommenders =
                    learnt == null ? opened(RecommendSnapshots.open(stores.worker(), ranking::of))::of : learnt::of;
            training = opened(new Training(List.of(
                    new LeaveTraining(log, leaving, clock),
                    new VariantTraining(ofRounds(sharing)),
                    new TargetingTraining(ofRounds(targeting)),
                    propensityCourse(Following.EXIT, stores),
                    propensityCourse(Following.ORDER, stores),
                    RankTrainingProcess.of(
                            stores.workerLogin(),
                            ranking,
                            settings.ownRankingFrom(),
                            settings.trainingLimit(),
                            learnt == null ? TrainingProcess.Before.NOTHING : learnt::keep))));
            if (learnt != null) training.start();
            observe(metrics);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    private Course propensityCourse(Following following, Stores stores) {
        return PropensityProcess.of(
                following,
                stores.workerLogin(),
                propensities,
                settings.ownPropensitiesFrom(),
                settings.trainingLimit());
    }

    /// Folds the log.
    ///
    /// @return what it learns, as it learns it
    private RecommendFold work(Stores stores) {
        Turns turns = new Turns(log);
        Rest rest = Rest.whilePagesAsk(plansAsked::sum);
        follow("fold-products", turns, rest, new CatalogFold(stores.worker(), tenancy.malls()));
        follow("fold-sessions", turns, rest, sessions);
        RecommendFold learnt = opened(new RecommendFold(stores.worker(), tenancy.malls(), clock, ranking::of));
        follow("learn-recommenders", turns, rest, learnt);
        opened(Retention.start(
                log, settings.logDays(), clock, new TrailRetention(stores.worker(), tenancy.malls())::dropBefore));
        return learnt;
    }

    private void follow(String name, Turns turns, Rest rest, Follower.Fold fold) {
        opened(new Follower(name, turns, rest, fold, BATCH, AT_THE_END).start());
    }

    private <M> RoundCourse<M> ofRounds(ModelStore<M> models) {
        return new RoundCourse<>(tenancy.malls(), tenancy.rows(), models, sessions::foldedTo, clock);
    }

    private void firstStart() {
        FirstStart first = new FirstStart(tenancy, clock);
        Settings.Operator operator = settings.operator();
        if (operator.email().isPresent() && operator.password().isPresent())
            first.operator(operator.email().get(), operator.password().get());
        if (settings.isDemo())
            first.demo(settings.data().resolve("demo"), settings.demoMallPort(), settings.localUrl());
    }

    /// Opens the doors of the edge.
    void routes(@Observes Router router) {
        if (!settings.roles().contains(Settings.Role.EDGE)) return;
        var malls = tenancy.malls();
        Limiter limiter = new Limiter(
                new Limiter.Limits(
                        settings.limits().perAddress(), settings.limits().perMall()),
                Ticker.systemTicker());
        Door door = new Door(malls, Clients.load(), limiter, tally, clock);
        BiPredicate<MallId, HttpServerRequest> admits =
                (mall, request) -> limiter.admits(mall, Requests.address(request));
        router.post("/v1/collect").order(FIRST).handler(new CollectRoute(door, log, tally));
        router.post("/v1/orders").handler(new OrdersRoute(malls, log, tally, clock));
        router.post("/v1/catalog").handler(new CatalogRoute(malls, log, clock, admits));
        router.get("/v1/products").handler(new ProductsRoute(malls, catalogs::of, admits));
        PlanRoute plan = new PlanRoute(door, catalogs::of, recommenders, this::learnt, log, tally, Ids::at);
        router.post("/v1/plan").order(FIRST).handler(context -> {
            // A simulated shopper does not wait.
            if (Requests.bearer(context.request()) == null) plansAsked.increment();
            plan.handle(context);
        });
        router.post("/v1/preview").handler(new PreviewRoute(door, catalogs::of, recommenders, this::learnt, Ids::at));
        new SdkRoutes(malls, settings.publicUrl().orElse(null), settings.data().resolve("sdk")).register(router);
    }

    private Learnt learnt(MallId mall) {
        return new Learnt(leaving.of(mall), sharing.of(mall), targeting.of(mall));
    }

    private void observe(MeterRegistry metrics) {
        Gauge.builder("reload.fold.behind", this, Ring::behind)
                .description("positions of the log not folded into sessions yet")
                .register(metrics);
    }

    private double behind() {
        try {
            return log.end().number() - sessions.foldedTo().number();
        } catch (RuntimeException _) {
            return Double.NaN;
        }
    }

    @Produces
    @Singleton
    Tenancy tenancy() {
        return tenancy;
    }

    @Produces
    @Singleton
    Log log() {
        return log;
    }

    @Produces
    @Singleton
    FigureTables figures() {
        return figures;
    }

    @Produces
    @Singleton
    Freshness freshness() {
        return new Freshness(log, sessions);
    }

    @Produces
    @Singleton
    Models models() {
        Map<String, Models.Kind<?>> kinds = new HashMap<>(propensities.kinds());
        kinds.put("leave", new Models.Kind<>(leaving, MallModel::leave));
        kinds.put("variants", new Models.Kind<>(sharing, VariantShares::of));
        kinds.put("uplift", TargetingTraining.kind(targeting));
        kinds.put("rank", RankModels.kind(ranking));
        return new Models(kinds);
    }

    @Produces
    @Singleton
    VisitChances chances() {
        return new VisitChances(tenancy.rows(), propensities);
    }

    @Produces
    @Singleton
    Training training() {
        return training;
    }

    @Produces
    @Singleton
    VariantResults results() {
        return new VariantResults(tenancy.rows(), sharing::of);
    }

    @Produces
    @Singleton
    PolicyJudge judge() {
        return new PolicyJudge(tenancy.rows(), sharing::of);
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    /// Whether the edge can keep what it is sent.
    boolean isReady() {
        return log.refusing() == null;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @PreDestroy
    void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("could not be closed reason={}", e.toString());
            }
        }
    }
}
