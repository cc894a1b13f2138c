package reload.measure.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reload.event.MallId;
import reload.mall.adapter.MallScope;
import reload.measure.Days;
import reload.measure.Dimension;

/// An ordinary mall's month is read by index, whatever other malls and months there are: 20 to 60 ms on an idle
/// machine (docs/methods/figures.md). The limit leaves room for a busy one, not for a scan of everything.
class FigureTablesSpeedTest {
    private static final MallId MALL = new MallId(1);
    private static final Days MONTH = new Days(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-30"));
    private static final Duration LIMIT = Duration.ofMillis(500);

    @Test
    void aMonthOf2000VisitsADayIsReadByIndex() throws Exception {
        var tables = new Tables();
        tables.clear();
        fill(tables);
        tables.analyze();
        var figures = new FigureTables(new MallScope(tables.console));
        var mall = Tables.mall(0.1);
        var now = Instant.parse("2026-11-01T00:00:00Z");

        assertThat(figures.report(mall, MONTH, now).sessions()).isEqualTo(60_000);
        assertThat(quickest("report", () -> figures.report(mall, MONTH, now))).isLessThan(LIMIT);
        assertThat(quickest("days", () -> figures.byDay(MALL, MONTH))).isLessThan(LIMIT);
        for (Dimension dimension : Dimension.values()) {
            assertThat(quickest(dimension.wire(), () -> figures.by(dimension, MALL, MONTH)))
                    .isLessThan(LIMIT);
        }
        assertThat(quickest("reasons", () -> figures.reasons(MALL, MONTH))).isLessThan(LIMIT);
        assertThat(quickest("sessions", () -> figures.recentSessions(MALL, 100)))
                .isLessThan(LIMIT);
        tables.clear();
    }

    /// The best of six, as the machine has other things to do.
    private static Duration quickest(String what, Runnable call) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            call.run();
            nanos.add(System.nanoTime() - start);
        }
        Collections.sort(nanos);
        System.out.printf("%s best %.1f ms, median %.1f ms%n", what, nanos.getFirst() / 1e6, nanos.get(3) / 1e6);
        return Duration.ofNanos(nanos.getFirst());
    }

    /// Four malls over the month, 2,000 sessions a day each; every third has a trigger, every fifth a leave moment
    /// without one.
    private static void fill(Tables tables) {
        tables.run("""
                insert into session select 1 + n % 4, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'visitor-' || n,
                    date '2026-10-01' + n / 8000, timestamptz '2026-10-01' + n * interval '10.8 s',
                    timestamptz '2026-10-01' + n * interval '10.8 s', 3, 20000 + n % 40000, 9000, 60000,
                    'source-' || n % 50, 's', 'm', null, (array['phone', 'tablet', 'desktop'])[1 + n % 3],
                    (array['product', 'list', 'home'])[1 + n % 3], 'persistent', 0, case when n % 3 = 0 then 'back-hold' end,
                    case when n % 3 = 0 then 'shown' end, case when n % 3 = 0 then 'SHOWN' end, true
                from generate_series(0, 239999) n""");
        tables.run("""
                insert into exposure select mall, gen_random_uuid(), visitor, session, day, 'classic',
                    case when hashtext(visitor) % 10 = 0 then 'held-out' else 'shown' end, 'a', true,
                    'back-hold', started_at, 20000, referral, device, template, started_at, null, null, false, false, 0, 0, 0,
                    case when hashtext(visitor) % 40 = 0 then 40000 else 0 end, false
                from session where trigger is not null""");
        tables.run("insert into not_shown select mall, gen_random_uuid(), day, 'back-hold', 'STAYED_TOO_LONG'"
                + " from session where hashtext(visitor) % 5 = 0");
    }
}
