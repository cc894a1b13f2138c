package reload.learn.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import reload.event.MallId;
import reload.event.Variant;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.bandit.Beta;
import reload.learn.bandit.Malls;
import reload.learn.bandit.Malls.Seen;
import reload.learn.bandit.VariantLearning;
import reload.learn.bandit.VariantShares;
import reload.learn.judge.Judged;
import reload.learn.judge.OffPolicy;
import reload.learn.judge.Policy;
import reload.learn.judge.Round;
import reload.mall.Block;
import reload.mall.Choosing.SharesFrom;
import reload.mall.Mall;
import reload.mall.MallSettings;

/// Learns what share each variant deserves, in malls that asked for it, every hour: from the mall's rounds since
/// it last changed whom it shows pages to, beginning with what other malls' variants of the same kind brought.
/// Of another mall nothing passes but a part in two numbers.
public final class VariantTraining implements Course {
    private static final String KIND = "variants";
    /// Visitors keep their variant while the shares stay: less than this is not worth a change.
    private static final double WORTH_A_CHANGE = 0.02;

    private final RoundCourse<VariantShares> course;

    public VariantTraining(RoundCourse<VariantShares> course) {
        this.course = course;
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
        List<Mall> learning = course.malls().all().stream()
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
        List<Round> own = course.rounds().comparable(mall);
        VariantLearning learnt = VariantLearning.learn(variants, priors, own);
        if (isMuchTheSame(course.models().of(mall.id()), learnt)) return false;
        course.keep(
                mall.id(),
                own,
                Outcome.UNJUDGED,
                metrics(own, learnt),
                learnt.hasChanged(),
                learnt.shares().write());
        return true;
    }

    private static boolean isMuchTheSame(VariantShares atWork, VariantLearning learnt) {
        double[] before = atWork.over(learnt.variants()).of();
        double[] after = learnt.shares().over(learnt.variants()).of();
        for (int i = 0; i < before.length; i++) if (Math.abs(before[i] - after[i]) >= WORTH_A_CHANGE) return false;
        return true;
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
        return Malls.prior(others);
    }

    /// What a mall saw of each kind of variant.
    private Map<String, Seen> seen(Mall mall) {
        Map<String, Seen> seen = new HashMap<>();
        course.rounds()
                .seen(mall.id())
                .forEach((variant, one) -> seen.merge(kind(mall.settings(), variant), one, Seen::plus));
        return seen;
    }
}
