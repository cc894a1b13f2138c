package reload.mall.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.log.LogUnavailable;

/// Every error of the console's API in one form: `{"code", "message"}`, with `field` where one is at fault.
/// Whatever is not foreseen is our fault: 500, with nothing of its inside.
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        ObjectNode body = body(refusal.code(), message(refusal));
        if (refusal.field() != null) body.put("field", refusal.field());
        if (refusal.detail() != null) body.put("detail", refusal.detail());
        return answer(refusal.status(), body, refusal.retryAfter());
    }

    @ServerExceptionMapper
    public Response away(DatabaseUnavailable e) {
        LOG.warn("console call not answered reason={}", e.getMessage());
        return answer(503, "UNAVAILABLE", "the database does not answer just now", SOON);
    }

    @ServerExceptionMapper
    public Response away(LogUnavailable e) {
        return answer(
                503, "UNAVAILABLE", "the log does not answer just now", Duration.ofSeconds(e.retryAfterSeconds()));
    }

    @ServerExceptionMapper
    public Response notJson(MismatchedInputException e) {
        return answer(400, "MALFORMED", "the body is not of the call's shape", null);
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException e) {
        return answer(400, "MALFORMED", "the body is not JSON", null);
    }

    @ServerExceptionMapper
    public Response byTheFramework(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String code = switch (status) {
            case 400 -> "MALFORMED";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "NOT_JSON";
            default -> "REFUSED";
        };
        return answer(status, code, "the call is refused: " + code, null);
    }

    @ServerExceptionMapper
    public Response bug(RuntimeException e) {
        LOG.error("console call failed", e);
        return answer(500, "INTERNAL", "something went wrong on our side", null);
    }

    private static String message(Throwable e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }

    private static Response answer(int status, String code, String message, @Nullable Duration retryAfter) {
        return answer(status, body(code, message), retryAfter);
    }

    private static Response answer(int status, ObjectNode body, @Nullable Duration retryAfter) {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body.toString());
        if (retryAfter != null) response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        return response.build();
    }

    private static ObjectNode body(String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }
}
