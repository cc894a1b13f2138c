package reload.mall;

import reload.event.Wire;

/// What a person may do in one mall. Everyone may look; operators stand above malls and may do all.
public enum Role {
    /// Everything, and alone may agree to hold Back.
    OWNER,
    /// Changes what shoppers see.
    MARKETER,
    /// Answers shoppers.
    AGENT,
    /// Looks.
    VIEWER;

    private static final Wire.Names<Role> NAMES = new Wire.Names<>(Role.class);

    public boolean mayChange() {
        return this == OWNER || this == MARKETER;
    }

    public String wire() {
        return Wire.of(this);
    }

    /// @throws IllegalArgumentException if there is no such role
    public static Role of(String name) {
        Role role = NAMES.find(name);
        if (role == null) throw new IllegalArgumentException("no such role: " + name);
        return role;
    }
}
