package reload.catalog.adapter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// How the catalog's doors answer. The codes are those of `contract/admissions.json`.
final class Answers {
    private Answers() {}

    static void refuse(HttpServerResponse response, int status, String code, String message) {
        json(response, status, "{\"code\":\"" + code + "\",\"message\":" + quoted(message) + "}");
    }

    static void refuseForASecond(HttpServerResponse response) {
        response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        refuse(response, 429, "RATE_LIMITED", "more than this mall or address may send");
    }

    static void json(HttpServerResponse response, int status, String body) {
        if (response.ended() || response.closed()) return;
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
