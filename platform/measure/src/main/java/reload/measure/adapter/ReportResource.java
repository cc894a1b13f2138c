package reload.measure.adapter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reload.mall.Mall;
import reload.mall.adapter.Refusal;
import reload.mall.adapter.Tenancy;
import reload.measure.Days;
import reload.measure.Dimension;

/// What the console shows of a mall's figures. See `contract/console-api.md`.
@Path("/api/malls/{key}")
@RunOnVirtualThread
public final class ReportResource {
    private static final int MOST_DAYS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Tenancy tenancy;
    private final FigureTables figures;
    private final Freshness freshness;
    private final Clock clock;

    @Inject
    public ReportResource(Tenancy tenancy, FigureTables figures, Freshness freshness, Clock clock) {
        this.tenancy = tenancy;
        this.figures = figures;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GET
    @Path("/report")
    public Report report(
            @PathParam("key") String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("fresh") @DefaultValue("false") boolean fresh,
            @Context HttpHeaders request)
            throws InterruptedException {
        Mall mall = granted(request, key);
        if (fresh && !freshness.await(PATIENCE))
            throw Refusal.unavailable("NOT_FOLDED", "the log was not folded within five minutes");
        Instant asOf = asOf(mall);
        LocalDate today = latest(mall, asOf);
        Days days = days(from, to, today.minusYears(2).plusDays(1), today);
        return figures.report(mall, days, asOf);
    }

    @GET
    @Path("/report/days")
    public FiguresByDay byDay(
            @PathParam("key") String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders request) {
        Mall mall = granted(request, key);
        Days days = monthUnless(from, to, mall);
        if (ChronoUnit.DAYS.between(days.from(), days.to()) >= MOST_DAYS)
            throw Refusal.bad("TOO_LONG", "at most " + MOST_DAYS + " days at once", "from");
        return figures.byDay(mall.id(), days);
    }

    @GET
    @Path("/report/by/{dimension}")
    public FiguresByValue by(
            @PathParam("key") String key,
            @PathParam("dimension") String dimension,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders request) {
        Mall mall = granted(request, key);
        Days days = monthUnless(from, to, mall);
        return figures.by(dimension(dimension), mall.id(), days);
    }

    @GET
    @Path("/reasons")
    public Reasons reasons(
            @PathParam("key") String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders request) {
        Mall mall = granted(request, key);
        Days days = monthUnless(from, to, mall);
        return figures.reasons(mall.id(), days);
    }

    @GET
    @Path("/sessions")
    public RecentSessions sessions(
            @PathParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpHeaders request) {
        Mall mall = granted(request, key);
        if (limit < 1 || limit > FigureTables.MOST_SESSIONS)
            throw Refusal.bad("OUT_OF_RANGE", "limit is from 1 to " + FigureTables.MOST_SESSIONS, "limit");
        return figures.recentSessions(mall.id(), limit);
    }

    private Mall granted(HttpHeaders request, String key) {
        return tenancy.access().of(request, key).mall();
    }

    private static Dimension dimension(String name) {
        Dimension dimension = Dimension.find(name);
        if (dimension == null) throw Refusal.notFound("UNKNOWN_DIMENSION", "figures are not split by that");
        return dimension;
    }

    private Days monthUnless(@Nullable String from, @Nullable String to, Mall mall) {
        LocalDate today = latest(mall, asOf(mall));
        return days(from, to, today.minusDays(29), today);
    }

    private static Days days(
            @Nullable String from, @Nullable String to, LocalDate fromOtherwise, LocalDate toOtherwise) {
        LocalDate first = day(from, "from", fromOtherwise);
        LocalDate last = day(to, "to", toOtherwise);
        if (last.isBefore(first)) throw Refusal.bad("OUT_OF_ORDER", "to is before from", "to");
        if (last.isAfter(first.plusYears(2))) throw Refusal.bad("TOO_LONG", "at most two years at once", "from");
        return new Days(first, last);
    }

    private static LocalDate day(@Nullable String text, String field, LocalDate otherwise) {
        if (text == null) return otherwise;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.bad("NOT_A_DAY", field + " is not a day such as 2026-11-22", field);
        }
    }

    private static LocalDate latest(Mall mall, Instant asOf) {
        return LocalDate.ofInstant(asOf, mall.zone());
    }

    /// Now; for a mall whose shoppers are simulated, the latest thing that happened there.
    private Instant asOf(Mall mall) {
        if (!mall.simulated()) return clock.instant();
        return tenancy.rows().of(mall.id(), connection -> {
            try (var select = connection.prepareStatement("select received_at from mall_clock where mall = ?")) {
                select.setInt(1, mall.id().value());
                try (var row = select.executeQuery()) {
                    Timestamp at = row.next() ? row.getTimestamp(1) : null;
                    return at == null ? clock.instant() : at.toInstant();
                }
            }
        });
    }
}
