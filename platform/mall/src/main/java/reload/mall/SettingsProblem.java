package reload.mall;

import org.jspecify.annotations.Nullable;

/// Why settings cannot be taken.
///
/// @param field where, as a path in the settings such as `page.theme.accent` or `page.blocks[1].size`
/// @param detail what in it, such as `<script>`; null where the field says enough
public record SettingsProblem(
        String field, Code code, @Nullable String detail) {
    public SettingsProblem(String field, Code code) {
        this(field, code, null);
    }

    public enum Code {
        /// No such field, or a word the contract does not know.
        UNKNOWN,
        /// Of another JSON type than the contract says.
        MALFORMED,
        MISSING,
        OUT_OF_RANGE,
        TOO_LONG,
        TOO_MANY,
        /// A colour is `#rrggbb`.
        NOT_A_COLOUR,
        /// A link is `http://`, `https://` or starts with a single slash.
        NOT_A_LINK,
        NOT_A_HOST,
        NOT_A_FONT,
        /// A variant's name is 1 to 24 of a-z, 0-9 and dashes.
        NOT_A_NAME,
        DUPLICATE,
        /// At least one block is on.
        NO_BLOCK,
        /// Back hold is on and nobody has agreed to what search engines say of it.
        NOT_ACKNOWLEDGED,
        /// This trigger cannot be shown like that.
        NOT_FOR_THIS_TRIGGER,
        /// What ends has ended already.
        ENDED,
        /// Something a mall's own HTML may not hold, or a rule not speak of.
        NOT_ALLOWED
    }
}
