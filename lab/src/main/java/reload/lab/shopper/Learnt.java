package reload.lab.shopper;

import reload.lab.shopper.adapter.LearntCommand;

/// The commands `train`, `models` and `judge-policy`.
public final class Learnt {
    private Learnt() {}

    public static void main(String[] arguments) {
        System.exit(LearntCommand.run(arguments, System.out, System.err));
    }
}
