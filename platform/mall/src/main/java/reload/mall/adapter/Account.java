package reload.mall.adapter;

/// A person who signs in to the console.
///
/// @param locale `ko` or `en`
/// @param operator whether they host Reload: above all malls
public record Account(int id, String email, String name, String locale, boolean operator) {
    /// Without the address, since this may end up in logs.
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
