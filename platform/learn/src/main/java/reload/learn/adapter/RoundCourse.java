package reload.learn.adapter;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.learn.adapter.Tried.Outcome;
import reload.learn.judge.Round;
import reload.log.Position;
import reload.mall.Malls;
import reload.mall.adapter.MallScope;

/// What a course that learns from rounds works with.
///
/// @param foldedTo how far exposures are told
public record RoundCourse<M>(
        Malls malls, MallScope rows, ModelStore<M> models, Supplier<Position> foldedTo, InstantSource clock) {
    Rounds rounds() {
        return new Rounds(rows);
    }

    /// Keeps what was tried as the mall's next version; with something learnt it is at work from now on.
    ///
    /// @param rounds it was learnt from, in their order
    /// @param learnt null where nothing else was learnt
    void keep(
            MallId mall,
            List<Round> rounds,
            Outcome outcome,
            Map<String, Double> metrics,
            boolean drifted,
            byte @Nullable [] learnt)
            throws SQLException {
        Tried tried = new Tried(
                0,
                clock.millis(),
                rounds.isEmpty() ? null : rounds.getFirst().at(),
                rounds.isEmpty() ? null : rounds.getLast().at(),
                foldedTo.get().text(),
                rounds.size(),
                models.version(mall),
                null,
                outcome,
                metrics,
                drifted,
                false);
        models.keep(mall, tried, learnt);
    }
}
