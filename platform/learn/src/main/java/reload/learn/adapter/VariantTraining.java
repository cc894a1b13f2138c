package reload.learn.adapter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import reload.event.Arm;
import reload.event.MallId;
import reload.event.Variant;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.bandit.Beta;
import reload.learn.bandit.Malls.Seen;
import reload.learn.bandit.VariantLearning;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Judged;
import reload.learn.judge.OffPolicy;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.log.Position;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.Choosing.SharesFrom;
import reload.mall.Mall;
import reload.mall.MallSettings;
import reload.mall.Malls;
import reload.mall.adapter.MallScope;

/// Learns what share each variant deserves, in malls that asked for it, every hour: from the mall's rounds since
/// it last changed whom it shows pages to, beginning with what other malls' variants of the same kind brought.
/// Of another mall nothing passes but a part in two numbers.
public final class VariantTraining implements Course {
    private static final String KIND = "variants";
    /// Visitors keep their variant while the shares stay: less than this is not worth a change.
    private static final double WORTH_A_CHANGE = 0.02;

    private final Malls malls;
    private final MallScope rows;
    private final Rounds rounds;
    private final ModelStore<VariantShares> models;
    private final Supplier<Position> foldedTo;
    private final InstantSource clock;

    /// @param foldedTo how far exposures are told
    public VariantTraining(
            Malls malls,
            MallScope rows,
            ModelStore<VariantShares> models,
            Supplier<Position> foldedTo,
            InstantSource clock) {
        this.malls = malls;
        this.rows = rows;
        this.rounds = new Rounds(rows);
        this.models = models;
        this.foldedTo = foldedTo;
        this.clock = clock;
    }

    /// The shares that were learnt. Blocks.
    ///
    /// @param worker connections as the role worker
    public static ModelStore<VariantShares> open(DataSource worker) throws SQLException {
        return ModelStore.open(worker, KIND, VariantShares.EVEN, (_, learnt, _) -> VariantShares.read(learnt));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isHourly() {
        return true;
    }

    @Override
    public void learn(Watcher watcher) throws SQLException {
        List<Mall> learning = malls.all().stream()
                .filter(mall -> mall.settings().choosing().shares() == SharesFrom.LEARNT)
                .filter(mall -> mall.settings().variants().size() > 1)
                .toList();
        Map<MallId, Map<String, Seen>> seen = new HashMap<>();
        for (Mall mall : learning) seen.put(mall.id(), seen(mall));
        for (Mall mall : learning) watcher.learnt(learn(mall, seen));
    }

    private boolean learn(Mall mall, Map<MallId, Map<String, Seen>> seen) throws SQLException {
        MallSettings settings = mall.settings();
        List<String> variants = settings.variants();
        List<Beta> priors = variants.stream()
                .map(variant -> prior(kind(settings, variant), mall.id(), seen))
                .toList();
        List<Round> own = comparable(mall);
        VariantLearning learnt = VariantLearning.learn(variants, priors, own);
        if (isMuchTheSame(models.of(mall.id()), learnt)) return false;
        models.keep(mall.id(), tried(mall.id(), own, learnt), learnt.shares().write());
        return true;
    }

    /// Rounds whose variants were drawn by the same visitors. What the uplift spares, it spares each page alike, so
    /// pages compare with whatever was drawn before.
    private List<Round> comparable(Mall mall) {
        Choosing choosing = mall.settings().choosing();
        return switch (choosing.whom()) {
            case EVERYBODY -> rounds.sinceChosenSo(mall.id());
            case UPLIFT -> rounds.sinceARule(mall.id());
            case RULE ->
                rounds.sinceChosenSo(mall.id()).stream()
                        .filter(round -> choosing.rule().shows(round.known()))
                        .toList();
        };
    }

    private static boolean isMuchTheSame(VariantShares atWork, VariantLearning learnt) {
        double[] before = atWork.over(learnt.variants()).of();
        double[] after = learnt.shares().over(learnt.variants()).of();
        for (int i = 0; i < before.length; i++) if (Math.abs(before[i] - after[i]) >= WORTH_A_CHANGE) return false;
        return true;
    }

    private Tried tried(MallId mall, List<Round> own, VariantLearning learnt) {
        return Tried.of(
                own,
                clock.millis(),
                foldedTo.get(),
                models.version(mall),
                Outcome.BETTER,
                metrics(own, learnt),
                learnt.hasChanged());
    }

    private static Map<String, Double> metrics(List<Round> own, VariantLearning learnt) {
        Map<String, Double> metrics = new HashMap<>();
        for (int i = 0; i < learnt.variants().size(); i++) {
            String variant = learnt.variants().get(i);
            metrics.put("share." + variant, learnt.shares().of().get(variant));
            metrics.put("rounds." + variant, (double) learnt.seen().get(i).rounds());
            metrics.put("rewards." + variant, (double) learnt.seen().get(i).rewards());
            if (learnt.guarded().contains(variant)) metrics.put("guarded." + variant, 1.0);
        }
        OffPolicy check = Judged.orders(Policy.NOBODY, own);
        if (check != null) {
            metrics.put("weightMean", check.weights().mean());
            metrics.put("weightZ", check.weights().z());
        }
        return metrics;
    }

    /// What kind of page it is: the block it leads with.
    private static String kind(MallSettings settings, String variant) {
        if (variant.equals(Variant.NOTHING)) return variant;
        return settings.page().blocksOf(variant).stream()
                .filter(Block::on)
                .findFirst()
                .map(block -> block.kind().wire())
                .orElse(variant);
    }

    private static Beta prior(String kind, MallId mall, Map<MallId, Map<String, Seen>> seen) {
        List<Seen> others = new ArrayList<>();
        seen.forEach((other, kinds) -> {
            Seen one = kinds.get(kind);
            if (!other.equals(mall) && one != null) others.add(one);
        });
        return reload.learn.bandit.Malls.prior(others);
    }

    /// What a mall saw of each kind of variant.
    private Map<String, Seen> seen(Mall mall) {
        return rows.of(mall.id(), connection -> {
            Map<String, Seen> seen = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select arm, variant, count(*), count(*) filter (where rewarded) from exposure
                    where mall = ? and first and propensity is not null
                        and triggered_at <= (select received_at from mall_clock where mall = ?) - interval '24 hours'
                    group by arm, variant
                    """)) {
                select.setInt(1, mall.id().value());
                select.setInt(2, mall.id().value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String variant = row.getString(1).equals(Arm.SHOWN.wire()) ? row.getString(2) : Variant.NOTHING;
                        seen.merge(
                                kind(mall.settings(), variant), new Seen(row.getLong(3), row.getLong(4)), Seen::plus);
                    }
                }
            }
            return seen;
        });
    }
}
