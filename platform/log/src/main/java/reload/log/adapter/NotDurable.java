package reload.log.adapter;

/// A server that would acknowledge what it may lose in a crash. The operator's to mend; we do not start on it.
public final class NotDurable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDurable(String setting, String value) {
        super("the database server runs with " + setting + "=" + value
                + " and would lose acknowledged events in a crash; set it to on");
    }
}
