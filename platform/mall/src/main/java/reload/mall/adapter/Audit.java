package reload.mall.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;

/// Who did what when, written in the transaction of the deed itself: neither stands without the other.
final class Audit {
    private Audit() {}

    static void write(
            Connection connection,
            Instant at,
            @Nullable MallId mall,
            @Nullable Integer account,
            String action,
            Map<String, ?> detail)
            throws SQLException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        detail.forEach((name, value) -> json.put(name, String.valueOf(value)));
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit_log (at, mall, account, action, detail) values (?, ?, ?, ?, ?::jsonb)
                """)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setObject(2, mall == null ? null : mall.value(), Types.INTEGER);
            insert.setObject(3, account, Types.INTEGER);
            insert.setString(4, action);
            insert.setString(5, json.toString());
            insert.executeUpdate();
        }
    }
}
