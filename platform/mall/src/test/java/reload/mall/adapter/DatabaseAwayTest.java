package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import reload.mall.Mall;

class DatabaseAwayTest {
    @Test
    void aDatabaseThatDoesNotAnswerIsSaidToBeAway() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var database = new PGSimpleDataSource();
            int port = nobody.getLocalPort();
            nobody.close();
            database.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/nothing");
            assertThatThrownBy(() -> new MallScope(database).none(_ -> 1)).isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void whileItIsAwayTheMallsAreAsTheyWere() {
        try (var house = new House()) {
            Mall mall = house.mall();
            house.worker.setPortNumbers(new int[] {1});
            house.console.setPortNumbers(new int[] {1});
            assertThatThrownBy(() -> house.tenancy.settings().read(mall.id())).isInstanceOf(DatabaseUnavailable.class);
            assertThat(house.again(mall)).isEqualTo(mall);
        }
    }

    @Test
    void aStatementOfOursThatIsWrongIsNotTheDatabasesFault() {
        try (var house = new House()) {
            assertThatThrownBy(() -> house.tenancy.rows().none(connection -> {
                        try (PreparedStatement wrong = connection.prepareStatement("select nonsense")) {
                            return wrong.execute();
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatFailsHalfwayIsRolledBackAndTheConnectionServesOn() {
        try (var house = new House()) {
            Mall mall = house.mall();
            assertThatThrownBy(() -> house.tenancy.rows().of(mall.id(), connection -> {
                        try (PreparedStatement update =
                                connection.prepareStatement("update mall set name = 'half' where id = ?")) {
                            update.setInt(1, mall.id().value());
                            update.executeUpdate();
                        }
                        throw new IllegalArgumentException("halfway");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            house.tenancy.register().changeOrigins(mall.id(), mall.origins(), house.person());
            assertThat(house.again(mall).name()).isEqualTo(mall.name());
        }
    }
}
