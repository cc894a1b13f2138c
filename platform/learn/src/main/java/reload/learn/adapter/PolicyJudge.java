package reload.learn.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.Arm;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.learn.judge.Decided;
import reload.learn.judge.OffPolicy;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// What a policy would have brought a mall, from the plans that were logged with the chance each arm was
/// drawn with. A decision is a visitor's first trigger; its reward is what that visitor spent within the 24
/// hours after, net of refunds.
public final class PolicyJudge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;

    public static final int FEWEST_BUYERS = 10;

    private final MallScope rows;
    private final Log log;

    public PolicyJudge(MallScope rows, Log log) {
        this.rows = rows;
        this.log = log;
    }

    /// One policy's worth per triggered visitor, in minor units.
    ///
    /// @param share of the decisions at which it shows
    /// @param buyers among the decisions that were taken as it would have
    /// @param worth null with fewer than [#FEWEST_BUYERS]: an interval of so few would be made up
    public record Judged(
            String policy,
            double share,
            int buyers,
            @Nullable OffPolicy worth) {}

    /// @param unlogged decisions left out since their plan is no longer in the log
    public record Judgement(String currency, int decisions, int unlogged, List<Judged> policies) {}

    private record Exposure(UUID plan, Arm arm, double spent, Map<String, String> known, double propensity) {}

    /// Judges a policy beside showing everybody and showing nobody. Triggers younger than the window at the
    /// latest thing heard of the mall are left out. Reads the log once.
    ///
    public Judgement judge(Mall mall, ShowRule rule) {
        Map<UUID, Double> propensities = propensities(mall);
        List<Exposure> exposures = new ArrayList<>();
        int unlogged = 0;
        for (Exposure exposure : exposures(mall)) {
            Double propensity = propensities.get(exposure.plan);
            if (propensity == null) unlogged++;
            else exposures.add(new Exposure(exposure.plan, exposure.arm, exposure.spent, exposure.known, propensity));
        }
        List<Judged> policies = List.of(
                judge(exposures, "the rule", rule),
                judge(exposures, "everybody", ShowRule.EVERYBODY),
                judge(exposures, "nobody", null));
        return new Judgement(mall.currency(), exposures.size(), unlogged, policies);
    }

    private static Judged judge(List<Exposure> exposures, String name, @Nullable ShowRule rule) {
        double[][] means = means(exposures);
        List<Decided> decided = new ArrayList<>();
        int shown = 0;
        int buyers = 0;
        for (Exposure one : exposures) {
            boolean shows = rule != null && rule.shows(one.known);
            if (shows) shown++;
            if (one.spent != 0 && shows == (one.arm == Arm.SHOWN)) buyers++;
            double[] candidate = new double[Arm.values().length];
            candidate[(shows ? Arm.SHOWN : Arm.HELD_OUT).ordinal()] = 1;
            decided.add(
                    new Decided(one.arm.ordinal(), one.propensity, one.spent, candidate, means[1 - half(one.plan)]));
        }
        return new Judged(
                name,
                shown / (double) Math.max(1, exposures.size()),
                buyers,
                buyers < FEWEST_BUYERS ? null : OffPolicy.judge(decided));
    }

    /// Each arm's mean, by half: a decision is foretold by the half it is not in.
    private static double[][] means(List<Exposure> exposures) {
        double[][] sums = new double[2][Arm.values().length];
        int[][] counts = new int[2][Arm.values().length];
        for (Exposure one : exposures) {
            sums[half(one.plan)][one.arm.ordinal()] += one.spent;
            counts[half(one.plan)][one.arm.ordinal()]++;
        }
        for (int half = 0; half < 2; half++)
            for (int arm = 0; arm < sums[half].length; arm++) sums[half][arm] /= Math.max(1, counts[half][arm]);
        return sums;
    }

    private static int half(UUID plan) {
        return (int) (plan.getLeastSignificantBits() & 1);
    }

    private List<Exposure> exposures(Mall mall) {
        return rows.of(mall.id(), connection -> {
            List<Exposure> exposures = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select plan, arm, outcome_amount, trigger, device, referral, template
                    from exposure where mall = ? and first
                        and triggered_at <= (select received_at from mall_clock where mall = ?) - interval '24 hours'
                    """)) {
                select.setInt(1, mall.id().value());
                select.setInt(2, mall.id().value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Map<String, String> known = new HashMap<>();
                        for (String name : ShowRule.KNOWN) known.put(name, row.getString(name));
                        exposures.add(new Exposure(
                                row.getObject("plan", UUID.class),
                                row.getString("arm").equals(Arm.SHOWN.wire()) ? Arm.SHOWN : Arm.HELD_OUT,
                                row.getLong("outcome_amount"),
                                known,
                                1));
                    }
                }
            }
            return exposures;
        });
    }

    private Map<UUID, Double> propensities(Mall mall) {
        Map<UUID, Double> propensities = new HashMap<>();
        Position at = Position.START;
        while (true) {
            List<Logged> read = log.read(at, BATCH);
            if (read.isEmpty()) return propensities;
            for (Logged logged : read) {
                at = logged.position();
                Entry entry = logged.entry();
                if (entry.source() != Source.PLAN || !entry.mall().equals(mall.id())) continue;
                PlanPass pass = pass(entry);
                if (pass != null) propensities.put(pass.plan(), pass.propensity());
            }
        }
    }

    /// Null where nothing could be shown.
    private static @Nullable PlanPass pass(Entry entry) {
        try {
            String token = JSON.readTree(entry.payload()).path("token").asText();
            return token.isEmpty() ? null : PlanPass.read(new PlanToken(token)).orElse(null);
        } catch (IOException e) {
            throw new IllegalStateException("a plan in the log is no JSON", e);
        }
    }
}
