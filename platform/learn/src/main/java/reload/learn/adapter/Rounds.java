package reload.learn.adapter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reload.event.Arm;
import reload.event.MallId;
import reload.event.Variant;
import reload.learn.bandit.Malls.Seen;
import reload.learn.judge.Round;
import reload.mall.Choosing;
import reload.mall.Mall;
import reload.mall.ShowRule;
import reload.mall.adapter.MallScope;

/// A mall's rounds, from its exposures: the latest 50,000. Triggers younger than the window at the latest thing
/// heard of the mall are left out, and those of before chances were kept.
final class Rounds {
    private static final int MOST = 50_000;

    /// Every version of the settings; the mall is not asked for.
    private static final String EVERY_VERSION = "select least(1, ?)";

    /// The version of the settings from which on the same visitors were shown pages.
    private static final String CHOSEN_SO = """
            select coalesce(max(version) filter (where whom <> whom_before or rule <> rule_before), 1) from (
                select version, whom, rule, lag(whom, 1, whom) over (order by version) as whom_before,
                    lag(rule, 1, rule) over (order by version) as rule_before
                from (select version, coalesce(settings #>> '{choosing,whom}', 'everybody') as whom,
                        coalesce(settings #>> '{choosing,rule}', '') as rule
                    from mall_settings where mall = ?) published) changes
            """;
    /// The version of the settings from which on each visitor might have been shown a page.
    private static final String NO_RULE = """
            select coalesce(max(version), 0) + 1 from mall_settings
            where mall = ? and settings #>> '{choosing,whom}' = 'rule'
            """;

    /// The version of the settings from which on there were all pages that there are now.
    private static final String ALL_PAGES = """
            select coalesce(max(version), 0) + 1 from mall_settings
            where mall = ? and not jsonb_path_query_array(settings, '$.page.variants[*].name')
                @> (select jsonb_path_query_array(latest.settings, '$.page.variants[*].name') from mall_settings latest
                    where latest.mall = mall_settings.mall order by latest.version desc limit 1)
            """;

    private final MallScope rows;

    Rounds(MallScope rows) {
        this.rows = rows;
    }

    /// In the order they ended: 24 hours after they began.
    List<Round> of(MallId mall) {
        return since(mall, EVERY_VERSION, EVERY_VERSION);
    }

    /// Likewise, those whose variants were drawn by the same visitors: since the mall last changed whom it shows
    /// a page. What the uplift spares, it spares each page alike, so pages compare with whatever was drawn before.
    List<Round> comparable(Mall mall) {
        return comparable(mall, EVERY_VERSION);
    }

    /// Likewise, of those the ones that might have drawn any page there is now. Before, the others were drawn at
    /// another time: the days would be compared with the pages.
    List<Round> comparableByPage(Mall mall) {
        return comparable(mall, ALL_PAGES);
    }

    private List<Round> comparable(Mall mall, String pages) {
        Choosing choosing = mall.settings().choosing();
        return switch (choosing.whom()) {
            case EVERYBODY -> since(mall.id(), CHOSEN_SO, pages);
            case UPLIFT -> since(mall.id(), NO_RULE, pages);
            case RULE ->
                since(mall.id(), CHOSEN_SO, pages).stream()
                        .filter(round -> choosing.rule().shows(round.known()))
                        .toList();
        };
    }

    /// Likewise, those since a rule last said whom to show a page.
    List<Round> sinceARule(MallId mall) {
        return since(mall, NO_RULE, EVERY_VERSION);
    }

    /// How often each variant was drawn and rewarded, whatever the settings were; the hold-out counts as nothing,
    /// which it went through.
    Map<String, Seen> seen(MallId mall) {
        return rows.of(mall, connection -> {
            Map<String, Seen> seen = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select arm, variant, count(*), count(*) filter (where rewarded) from exposure
                    where mall = ? and first and propensity is not null
                        and triggered_at <= (select received_at from mall_clock where mall = ?) - interval '24 hours'
                    group by arm, variant
                    """)) {
                select.setInt(1, mall.value());
                select.setInt(2, mall.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String variant = row.getString(1).equals(Arm.SHOWN.wire()) ? row.getString(2) : Variant.NOTHING;
                        seen.merge(variant, new Seen(row.getLong(3), row.getLong(4)), Seen::plus);
                    }
                }
            }
            return seen;
        });
    }

    /// @param whom asks for the first version of the settings that counts, of the mall that is its parameter, as
    /// `pages`
    private List<Round> since(MallId mall, String whom, String pages) {
        return rows.of(mall, connection -> {
            List<Round> rounds = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select plan, triggered_at, arm, variant, propensity, rewarded, outcome_amount, trigger, device, referral,
                        template
                    from exposure where mall = ? and first and propensity is not null and settings >= (%s) and settings >= (%s)
                        and triggered_at <= (select received_at from mall_clock where mall = ?) - interval '24 hours'
                    order by triggered_at desc, plan limit ?
                    """.formatted(whom, pages))) {
                select.setInt(1, mall.value());
                select.setInt(2, mall.value());
                select.setInt(3, mall.value());
                select.setInt(4, mall.value());
                select.setInt(5, MOST);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) rounds.add(round(row));
                }
            }
            return rounds.reversed();
        });
    }

    private static Round round(ResultSet row) throws SQLException {
        Map<String, String> known = new HashMap<>();
        for (String name : ShowRule.KNOWN) known.put(name, row.getString(name).intern());
        return new Round(
                row.getObject("plan", UUID.class),
                row.getTimestamp("triggered_at").getTime(),
                row.getString("arm").equals(Arm.SHOWN.wire()) ? Arm.SHOWN : Arm.HELD_OUT,
                row.getString("variant"),
                row.getDouble("propensity"),
                known,
                row.getBoolean("rewarded"),
                row.getLong("outcome_amount"));
    }
}
