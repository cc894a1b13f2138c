package reload.event;

/// A plan's signed token as it travels: base64url of payload and signature. See [PlanPass] for what is inside.
public record PlanToken(String text) {}
