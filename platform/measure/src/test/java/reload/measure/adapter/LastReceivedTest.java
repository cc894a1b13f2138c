package reload.measure.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import reload.event.MallId;
import reload.mall.adapter.MallScope;

class LastReceivedTest {
    @Test
    void aMallWasLastHeardOfWhenItsLatestFactWasReceived() {
        var tables = new Tables();
        tables.run("delete from mall_clock; insert into mall_clock values (1, '2026-11-22T09:00:00Z')");
        var last = new LastReceived(new MallScope(tables.console));
        assertThat(last.of(new MallId(1))).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(last.of(new MallId(2))).isNull();
    }
}
