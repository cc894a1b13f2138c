package reload.lab.shopper;

import reload.lab.shopper.adapter.ReportCommand;

/// The command `report`.
public final class Report {
    private Report() {}

    public static void main(String[] arguments) {
        System.exit(ReportCommand.run(arguments, System.out, System.err));
    }
}
