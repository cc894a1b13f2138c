package reload.log.adapter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// How one role reaches the database.
///
/// @param url a JDBC URL without user and password
public record Login(String url, String user, String password) {
    /// Opens a connection. Blocks until the server has answered or the driver's time is up.
    public Connection connect() throws SQLException {
        return connect(Map.of());
    }

    /// @param settings further settings of the driver
    public Connection connect(Map<String, String> settings) throws SQLException {
        var properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
