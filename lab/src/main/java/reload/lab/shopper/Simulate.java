package reload.lab.shopper;

import reload.lab.shopper.adapter.SimulateCommand;

/// The command `simulate`.
public final class Simulate {
    private Simulate() {}

    public static void main(String[] arguments) {
        System.exit(SimulateCommand.run(arguments, System.out, System.err));
    }
}
