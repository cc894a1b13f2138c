package reload.learn.adapter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.exit.Following;
import reload.learn.exit.PastVisit;
import reload.learn.exit.Propensity;
import reload.learn.exit.VisitSignals;
import reload.mall.adapter.MallScope;

/// What may follow the last page of a mall's newest sessions, and why, by what was known when that page was viewed.
public final class VisitChances {
    public static final int MOST = 200;

    private final MallScope rows;
    private final Propensities propensities;

    /// @param rows of the console
    public VisitChances(MallScope rows, Propensities propensities) {
        this.rows = rows;
        this.propensities = propensities;
    }

    /// As `contract/console-api.md` has it.
    ///
    /// @param sessions newest first; without those folded before trails were kept, and those too long for one
    public record Chances(Basis exit, Basis order, List<Row> sessions) {}

    /// What the chances rest on.
    ///
    /// @param outcome of the latest training; null before the first
    /// @param version at work; 0 is the prior
    /// @param trainedAt the latest training, milliseconds since 1970
    /// @param visits it had to learn from
    /// @param average chance at any page of the mall
    /// @param calibrated whether the chances at work meant what they said, on visits they had not seen;
    /// null where that was not judged
    /// @param drifted whether they no longer did at the latest training
    public record Basis(
            From from,
            @Nullable Outcome outcome,
            int version,
            @Nullable Long trainedAt,
            int visits,
            double average,
            @Nullable Boolean calibrated,
            boolean drifted) {
        /// Where it was learnt.
        public enum From {
            /// Nowhere: each chance is the mall's average.
            PRIOR,
            /// In all malls together, since this one has too little of its own.
            SHARED,
            /// In this mall.
            OWN
        }
    }

    /// @param views pages viewed so far
    public record Row(UUID session, int views, Chance exit, Chance order) {}

    /// @param base log-odds of the average page that was learnt from; `base` and the signals' sum to those of `chance`
    /// @param signals that moved it, the strongest first
    public record Chance(double chance, double base, List<Said> signals) {}

    /// @param signal as [VisitSignals] names it
    /// @param logOdds above 0 it speaks for, below 0 against
    public record Said(String signal, double logOdds) {}

    /// @param limit 1 to [#MOST]
    public Chances recent(MallId mall, int limit) throws SQLException {
        Basis exit = basis(mall, Following.EXIT);
        Basis order = basis(mall, Following.ORDER);
        return new Chances(exit, order, sessions(mall, limit, exit, order));
    }

    private Basis basis(MallId mall, Following following) throws SQLException {
        List<Tried> tried = propensities.of(following).history(mall);
        Tried last = tried.isEmpty() ? null : tried.getFirst();
        Tried atWork = tried.stream().filter(Tried::atWork).findFirst().orElse(null);
        return new Basis(
                from(atWork),
                last == null ? null : last.outcome(),
                propensities.of(following).version(mall),
                last == null ? null : last.trainedAt(),
                last == null ? 0 : last.rows(),
                last == null
                        ? following.average(0, 0)
                        : last.metrics().getOrDefault("average", following.average(0, 0)),
                calibrated(atWork),
                last != null && last.drifted());
    }

    private static Basis.From from(@Nullable Tried atWork) {
        if (atWork == null) return Basis.From.PRIOR;
        return atWork.outcome() == Outcome.TOO_LITTLE ? Basis.From.SHARED : Basis.From.OWN;
    }

    private static @Nullable Boolean calibrated(@Nullable Tried atWork) {
        Double error = atWork == null ? null : atWork.metrics().get("calibrationError");
        Double band = atWork == null ? null : atWork.metrics().get("calibrationBand");
        return error == null || band == null ? null : error <= band;
    }

    private List<Row> sessions(MallId mall, int limit, Basis exit, Basis order) {
        return rows.of(mall, connection -> {
            List<Row> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select session, started_at, device, medium, trail from session where mall = ?
                    order by started_at desc, session desc limit ?
                    """)) {
                select.setInt(1, mall.value());
                select.setInt(2, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (row.getBytes("trail") == null) continue;
                        PastVisit visit = PastVisits.visit(row);
                        int views = visit.trail().views();
                        if (visit.trail().cut() || views == 0) continue;
                        found.add(new Row(
                                row.getObject("session", UUID.class),
                                views,
                                chance(mall, Following.EXIT, exit, visit),
                                chance(mall, Following.ORDER, order, visit)));
                    }
                }
            }
            return found;
        });
    }

    private Chance chance(MallId mall, Following following, Basis basis, PastVisit visit) {
        if (basis.from() == Basis.From.PRIOR) {
            double average = basis.average();
            return new Chance(average, Math.log(average / (1 - average)), List.of());
        }
        Propensity.Why why =
                propensities.of(following).of(mall).why(VisitSignals.rows(visit).getLast());
        return new Chance(
                why.chance(),
                why.base(),
                why.shares().stream()
                        .map(share -> new Said(share.signal().name(), share.logOdds()))
                        .toList());
    }
}
