package reload.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sends HTTP requests over kept-alive connections from one thread, and times the answers.
///
/// Closed: each connection sends its next request when the last is answered. At a rate: requests fall due at
/// even spaces, and are timed from when they fell due, so that a server that stalls cannot hide it
/// ("coordinated omission").
public final class Load {
    private static final int MOST_ANSWER = 1 << 17;
    private static final int MOST_REQUEST = 1 << 14;

    /// What came of a run.
    ///
    /// @param answered answers with the expected status
    /// @param others answers with another status, by status; 0 stands for a broken connection
    public record Result(long answered, Map<Integer, Long> others, double seconds, Latencies latencies) {
        public double perSecond() {
            return answered / seconds;
        }
    }

    private final InetSocketAddress server;
    private final int connections;
    private final int expected;
    private final Requests requests;

    private long sent;

    /// @param expected the status of a good answer
    public Load(InetSocketAddress server, int connections, int expected, Requests requests) {
        this.server = server;
        this.connections = connections;
        this.expected = expected;
        this.requests = requests;
    }

    private static final class Wire {
        final ByteBuffer out = ByteBuffer.allocateDirect(MOST_REQUEST);
        final ByteBuffer in = ByteBuffer.allocate(MOST_ANSWER);

        @Nullable
        SocketChannel channel;

        @Nullable
        SelectionKey key;

        long dueAt;
        int scanned;
        int status;
        long length;
        int bodyAt;
    }

    /// @param perSecond 0 for a closed loop
    public Result run(double seconds, double perSecond) throws IOException {
        Latencies latencies = new Latencies();
        Map<Integer, Long> others = new TreeMap<>();
        ArrayDeque<Wire> idle = new ArrayDeque<>();
        long answered = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                Wire wire = new Wire();
                connect(wire, selector);
                idle.add(wire);
            }
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            double gap = perSecond > 0 ? 1e9 / perSecond : 0;
            long due = 0;
            int busy = 0;
            while (true) {
                long now = System.nanoTime();
                boolean over = now >= end;
                while (!over && !idle.isEmpty()) {
                    long dueAt = perSecond > 0 ? start + (long) (due * gap) : now;
                    if (dueAt > now) break;
                    Wire wire = idle.poll();
                    due++;
                    busy++;
                    send(wire, dueAt);
                }
                if (over && busy == 0 || now > end + 5_000_000_000L) break;
                long wait = perSecond > 0 && !over && !idle.isEmpty() ? start + (long) (due * gap) - now : 1_000_000;
                if (wait > 1_000_000) selector.select(wait / 1_000_000);
                else selector.selectNow();
                if (selector.selectedKeys().isEmpty()) {
                    Thread.onSpinWait();
                    continue;
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    Wire wire = (Wire) key.attachment();
                    if (key.isWritable()) write(wire);
                    int status = key.isReadable() ? read(wire) : -1;
                    if (status < 0) continue;
                    long took = System.nanoTime() - wire.dueAt;
                    if (status == expected) {
                        answered++;
                        latencies.add(took);
                    } else {
                        others.merge(status, 1L, Long::sum);
                    }
                    if (status == 0) connect(wire, selector);
                    busy--;
                    idle.add(wire);
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) key.channel().close();
            return new Result(answered, others, (System.nanoTime() - start) / 1e9, latencies);
        }
    }

    private void connect(Wire wire, Selector selector) throws IOException {
        if (wire.channel != null) wire.channel.close();
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        wire.channel = channel;
        wire.key = channel.register(selector, SelectionKey.OP_READ, wire);
    }

    private void send(Wire wire, long dueAt) throws IOException {
        wire.out.clear();
        requests.write(sent++, wire.out);
        wire.out.flip();
        wire.in.clear();
        wire.scanned = 0;
        wire.bodyAt = -1;
        wire.dueAt = dueAt;
        write(wire);
    }

    private static void write(Wire wire) throws IOException {
        SocketChannel channel = wire.channel;
        SelectionKey key = wire.key;
        if (channel == null || key == null) return;
        try {
            channel.write(wire.out);
        } catch (IOException _) {
            // The read that follows finds the connection broken, and counts it.
            wire.out.position(wire.out.limit());
        }
        key.interestOps(wire.out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /// @return the status once the whole answer is there, 0 for a broken connection, -1 while more is to come
    private static int read(Wire wire) {
        try {
            SocketChannel channel = wire.channel;
            if (channel == null || channel.read(wire.in) < 0) return 0;
        } catch (IOException _) {
            return 0;
        }
        if (wire.bodyAt < 0 && !head(wire)) return -1;
        if (wire.length >= 0) return wire.in.position() - wire.bodyAt >= wire.length ? wire.status : -1;
        return endsChunked(wire.in) ? wire.status : -1;
    }

    private static boolean head(Wire wire) {
        byte[] bytes = wire.in.array();
        int end = wire.in.position();
        for (int i = Math.max(3, wire.scanned); i < end; i++) {
            if (bytes[i] != '\n' || bytes[i - 1] != '\r' || bytes[i - 2] != '\n') continue;
            String head = new String(bytes, 0, i, StandardCharsets.ISO_8859_1);
            wire.status = Integer.parseInt(head.substring(9, 12));
            wire.bodyAt = i + 1;
            wire.length = wire.status == 204 ? 0 : length(head);
            return true;
        }
        wire.scanned = end;
        return false;
    }

    /// @return the announced length; -1 where the body comes in chunks
    private static long length(String head) {
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("\r\ncontent-length:");
        if (at < 0) return -1;
        int from = at + "\r\ncontent-length:".length();
        int to = head.indexOf('\r', from);
        return Long.parseLong(head.substring(from, to < 0 ? head.length() : to).strip());
    }

    private static boolean endsChunked(ByteBuffer in) {
        int end = in.position();
        byte[] bytes = in.array();
        return end >= 5 && bytes[end - 5] == '0' && bytes[end - 4] == '\r' && bytes[end - 2] == '\r';
    }
}
