package reload.session.adapter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A data source whose n-th commit breaks the connection before the server hears of it.
record FailingOnce(DataSource real, int at) {
    DataSource source() {
        int[] commits = {0};
        return (DataSource) Proxy.newProxyInstance(
                FailingOnce.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    Object result = called(real, method, arguments);
                    return result instanceof Connection connection ? failing(connection, commits) : result;
                });
    }

    private Connection failing(Connection connection, int[] commits) {
        return (Connection) Proxy.newProxyInstance(
                FailingOnce.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit") && ++commits[0] == at)
                        throw new SQLException("the connection broke", "08006");
                    return called(connection, method, arguments);
                });
    }

    private static Object called(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
