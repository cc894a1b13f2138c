package reload.catalog.adapter;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogLine;
import reload.catalog.ProductRules.Problem;
import reload.event.Key;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.log.Entry;
import reload.log.Log;
import reload.log.LogUnavailable;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.Malls;

/// `POST /v1/catalog?mall=KEY`: a mall's server tells of its products, one JSON object a line, with its secret key.
/// Good lines are taken and bad ones named; the answer comes once what was taken is durably in the log. Sent again it
/// changes nothing. Lines are read as they arrive, so an import never holds the edge up for longer than one part of it.
public final class CatalogRoute implements Handler<RoutingContext> {
    public static final int LARGEST = 5 * 1024 * 1024;
    /// Errors named one by one; what is beyond is only counted.
    static final int MOST_ERRORS = 100;

    private static final String BEARER = "Bearer ";
    private static final int CHUNK = 64 * 1024;

    private final Malls malls;
    private final Log log;
    private final Clock clock;
    private final BiPredicate<MallId, HttpServerRequest> admits;

    /// @param admits whether the address that asks may tell this mall's server's words once more just now
    public CatalogRoute(Malls malls, Log log, Clock clock, BiPredicate<MallId, HttpServerRequest> admits) {
        this.malls = malls;
        this.log = log;
        this.clock = clock;
        this.admits = admits;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        Mall mall = mall(request);
        String secret = bearer(request);
        if (mall == null || secret == null || !mall.isServerKey(secret)) {
            // One answer for all, so that nobody learns which malls there are.
            Answers.refuse(response, 403, "FORBIDDEN", "no mall has this key");
            return;
        }
        if (!admits.test(mall.id(), request)) {
            Answers.refuseForASecond(response);
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 9 || Long.parseLong(length) > LARGEST)) {
            tooLarge(response);
            return;
        }
        var arriving = new Arriving(mall, response);
        request.handler(arriving::take);
        request.endHandler(_ -> arriving.end());
    }

    private static void tooLarge(HttpServerResponse response) {
        Answers.refuse(response, 413, "TOO_LARGE", "the body is larger than 5 MiB; send it in parts");
    }

    private @Nullable Mall mall(HttpServerRequest request) {
        String key = request.getParam("mall");
        try {
            return key == null ? null : malls.find(new SiteKey(key));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /// One import on its way in.
    private final class Arriving {
        private final Mall mall;
        private final HttpServerResponse response;
        private final ImportLines lines;
        private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK);
        private final List<CompletableFuture<?>> kept = new ArrayList<>();
        private final StringBuilder errors = new StringBuilder();
        private int named;
        private int accepted;
        private int refused;
        private int bytes;

        Arriving(Mall mall, HttpServerResponse response) {
            this.mall = mall;
            this.response = response;
            this.lines = new ImportLines(mall.currency(), this::read);
        }

        void take(Buffer part) {
            if (bytes > LARGEST) return;
            bytes += part.length();
            if (bytes > LARGEST) tooLarge(response);
            else lines.take(part.getBytes());
        }

        void end() {
            if (bytes > LARGEST) return;
            lines.end();
            append();
            CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new))
                    .whenComplete((_, failure) -> answer(failure));
        }

        private void read(CatalogLine line) {
            switch (line) {
                case CatalogLine.Read(int _, var product) -> {
                    accepted++;
                    chunk.writeBytes(ProductJson.write(product));
                    chunk.write('\n');
                    if (chunk.size() >= CHUNK) append();
                }
                case CatalogLine.Refused(int number, var problems) -> {
                    refused++;
                    for (Problem problem : problems) name(number, problem);
                }
            }
        }

        private void name(int number, Problem problem) {
            if (named == MOST_ERRORS) return;
            if (named++ > 0) errors.append(',');
            errors.append("{\"line\":")
                    .append(number)
                    .append(",\"field\":")
                    .append(Answers.quoted(problem.field()))
                    .append(",\"message\":")
                    .append(Answers.quoted(problem.message()))
                    .append('}');
        }

        private void append() {
            if (chunk.size() == 0) return;
            var key = new Key(Key.Kind.MALL, mall.key().value());
            kept.add(log.append(new Entry(mall.id(), key, clock.millis(), 0, 0, chunk.toByteArray(), Source.CATALOG))
                    .toCompletableFuture());
            chunk.reset();
        }

        private void answer(@Nullable Throwable failure) {
            if (failure == null) {
                Answers.json(
                        response,
                        200,
                        "{\"accepted\":" + accepted + ",\"refused\":" + refused + ",\"errors\":[" + errors + "]}");
                return;
            }
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            int wait = cause instanceof LogUnavailable unavailable ? unavailable.retryAfterSeconds() : 1;
            if (!response.headWritten()) response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
            Answers.refuse(response, 503, "OVERLOADED", "the import cannot be kept just now; send it again");
        }
    }
}
