package reload.mall.adapter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reload.mall.SettingsProblem;

/// A console call that is answered with an error: the caller's fault, said in the contract's words. No stack trace,
/// since it is an ordinary answer.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;

    private Refusal(
            int status,
            String code,
            String message,
            @Nullable String field,
            @Nullable String detail,
            @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public static Refusal notSignedIn() {
        return new Refusal(401, "NOT_SIGNED_IN", "sign in first", null, null, null);
    }

    public static Refusal badCredentials() {
        return new Refusal(401, "BAD_CREDENTIALS", "no account has this address and password", null, null, null);
    }

    public static Refusal tooManyTries(Duration retryAfter) {
        return new Refusal(429, "TOO_MANY_TRIES", "too many tries to sign in; wait a while", null, null, retryAfter);
    }

    public static Refusal notAllowed(String message) {
        return new Refusal(403, "NOT_ALLOWED", message, null, null, null);
    }

    public static Refusal forged(String message) {
        return new Refusal(403, "FORGED", message, null, null, null);
    }

    public static Refusal notFound(String code, String message) {
        return new Refusal(404, code, message, null, null, null);
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(409, code, message, null, null, null);
    }

    public static Refusal unavailable(String code, String message) {
        return new Refusal(503, code, message, null, null, Duration.ofSeconds(5));
    }

    public static Refusal bad(String code, String message) {
        return new Refusal(400, code, message, null, null, null);
    }

    /// @param field the path of what is wrong in the body
    public static Refusal bad(String code, String message, String field) {
        return new Refusal(400, code, message, field, null, null);
    }

    static Refusal bad(SettingsProblem problem) {
        String code = problem.code().name();
        String detail = problem.detail();
        String message = problem.field() + " is refused: " + code + (detail == null ? "" : " " + detail);
        return new Refusal(400, code, message, problem.field(), detail, null);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    /// What in the field is wrong, as it was sent; null where the field says enough.
    public @Nullable String detail() {
        return detail;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
