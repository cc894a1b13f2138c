package reload.measure.adapter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.mall.adapter.LastEvents;
import reload.mall.adapter.MallScope;
import reload.mall.adapter.Tenancy;

/// When the latest fact of a mall that is folded was received.
@Singleton
public final class LastReceived implements LastEvents {
    private final MallScope rows;

    @Inject
    public LastReceived(Tenancy tenancy) {
        this(tenancy.rows());
    }

    LastReceived(MallScope rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable Instant of(MallId mall) {
        return rows.of(mall, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select received_at from mall_clock where mall = ?")) {
                select.setInt(1, mall.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
                }
            }
        });
    }
}
