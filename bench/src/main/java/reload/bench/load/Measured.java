package reload.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// One run against one server, with the processor time it used.
///
/// @param cpu microseconds of the server's processes for an answered request
public record Measured(Load.Result load, ProcessTime.Micros cpu) {

    /// @param server the process the server's processes descend from
    public static Measured of(Load load, double seconds, double perSecond, ProcessHandle server) throws IOException {
        ProcessTime.Micros before = ProcessTime.of(server);
        Load.Result result = load.run(seconds, perSecond);
        return new Measured(result, ProcessTime.of(server).minus(before).perRequest(result.answered()));
    }

    public ObjectNode json(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode();
        json.put("perSecond", Math.round(load.perSecond()));
        json.put("p50Ms", rounded(load.latencies().percentileMs(0.5)));
        json.put("p99Ms", rounded(load.latencies().percentileMs(0.99)));
        json.put("cpuMicrosPerRequest", rounded(cpu.all()));
        json.put("cpuMicrosPerRequestOfChildren", rounded(cpu.children()));
        json.put("answered", load.answered());
        ObjectNode others = json.putObject("others");
        load.others().forEach((status, count) -> others.put(String.valueOf(status), count));
        return json;
    }

    @Override
    public String toString() {
        return "%8.0f/s   p50 %7.2f ms   p99 %7.2f ms   %6.1f us CPU a request (%.1f of it children)%s"
                .formatted(
                        load.perSecond(),
                        load.latencies().percentileMs(0.5),
                        load.latencies().percentileMs(0.99),
                        cpu.all(),
                        cpu.children(),
                        load.others().isEmpty() ? "" : "   other answers " + load.others());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
