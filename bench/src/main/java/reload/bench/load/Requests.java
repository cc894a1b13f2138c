package reload.bench.load;

import java.nio.ByteBuffer;

/// Where a generator takes its requests from: whole HTTP/1.1 requests, written into a buffer.
@FunctionalInterface
public interface Requests {
    /// @param number counts from 0 over the whole run; each request may differ by it
    /// @param into empty, large enough for any request
    void write(long number, ByteBuffer into);
}
