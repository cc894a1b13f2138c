package reload.collect.adapter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reload.collect.Admission.Caller;
import reload.collect.Admission.Drop;
import reload.collect.Client;
import reload.mall.Mall;

/// What the doors of the edge share: bodies within a limit, who asks, and how a refusal is said.
public final class Requests {
    private static final String BEARER = "Bearer ";
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("forwarded");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");

    private Requests() {}

    /// Gathers the body and hands it over once it is whole.
    ///
    /// @param limit in bytes; a larger body is given up as soon as that shows
    public static void body(HttpServerRequest request, int limit, Consumer<byte[]> whole, Runnable tooLarge) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 9 || Long.parseLong(length) > limit)) {
            tooLarge.run();
            return;
        }
        Gathering gathering = new Gathering(limit, whole, tooLarge);
        request.handler(gathering::take);
        request.endHandler(_ -> gathering.end());
    }

    private static final class Gathering {
        private final int limit;
        private final Consumer<byte[]> whole;
        private final Runnable tooLarge;
        private @Nullable Buffer body;
        private boolean over;

        Gathering(int limit, Consumer<byte[]> whole, Runnable tooLarge) {
            this.limit = limit;
            this.whole = whole;
            this.tooLarge = tooLarge;
        }

        void take(Buffer part) {
            if (over) return;
            int length = body == null ? 0 : body.length();
            if (length + part.length() > limit) {
                over = true;
                body = null;
                tooLarge.run();
                return;
            }
            // The usual beacon comes in one part, which then needs no copy of its own.
            body = body == null
                    ? part
                    : Buffer.buffer(length + part.length()).appendBuffer(body).appendBuffer(part);
        }

        void end() {
            if (!over) whole.accept(body == null ? new byte[0] : body.getBytes());
        }
    }

    /// The secret after `Authorization: Bearer`, or null.
    public static @Nullable String bearer(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /// Who asks for this mall, or null where a secret was given that may not write its history.
    public static @Nullable Caller caller(HttpServerRequest request, Mall mall, Clients clients, long now) {
        String secret = bearer(request);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (secret == null)
            return new Caller(origin, clients.of(request.getHeader(HttpHeaders.USER_AGENT)), false, now);
        // A simulated shopper is no browser and need not pretend to be one.
        return mall.isHistoryKey(secret) ? new Caller(origin, Client.BROWSER, true, now) : null;
    }

    /// The address that asks: the connection's, or the one a trusted proxy names.
    public static String address(HttpServerRequest request) {
        // Asking the request itself costs reading its authority, and only a proxy can make a difference.
        boolean forwarded =
                request.headers().contains(FORWARDED) || request.headers().contains(FORWARDED_FOR);
        var address = forwarded ? request.remoteAddress() : request.connection().remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : host;
    }

    /// Lets the mall's page read the answer.
    public static void allowOrigin(HttpServerResponse response, Mall mall, @Nullable String origin) {
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && mall.admitsOrigin(origin))
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }

    /// Answers with the reason's status and, in words, what was wrong and where.
    public static void refuse(HttpServerResponse response, Drop reason, String message) {
        if (response.ended() || response.closed()) return;
        response.setStatusCode(reason.status());
        if (reason.status() == 204) {
            response.end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        response.end("{\"code\":\"" + reason + "\",\"message\":\"" + plain(message) + "\"}");
    }

    public static void refuse(HttpServerResponse response, Drop reason, String message, int retryAfterSeconds) {
        if (response.headWritten()) return;
        response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        refuse(response, reason, message);
    }

    private static String plain(String message) {
        StringBuilder out = new StringBuilder(message.length());
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            out.append(c < ' ' || c == '"' || c == '\\' ? ' ' : c);
        }
        return out.toString();
    }
}
