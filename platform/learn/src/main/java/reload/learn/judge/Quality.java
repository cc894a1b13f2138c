package reload.learn.judge;

import java.util.Map;
import java.util.SplittableRandom;

/// What a model's chances were worth on rows kept aside.
///
/// @param rows kept aside
/// @param logLoss of its chances
/// @param areaUnderRoc of their order
/// @param calibrationError and the most that perfect calibration would leave, on as many rows
/// @param calibrationBand below which 95 of 100 perfectly calibrated models stay
public record Quality(int rows, double logLoss, double areaUnderRoc, double calibrationError, double calibrationBand) {
    private static final int ROUNDS = 200;

    public static Quality of(Scored scored) {
        return of(scored, scored);
    }

    /// @param independent those of the rows whose outcomes do not hang together: on them the calibration is judged
    public static Quality of(Scored scored, Scored independent) {
        int rows = scored.scores().length;
        return new Quality(
                rows,
                scored.logLoss(),
                scored.areaUnderRoc(),
                independent.calibrationError(),
                independent.calibrationBand(ROUNDS, new SplittableRandom(rows)));
    }

    /// Its chances no longer mean what they say.
    public boolean hasDrifted() {
        return calibrationError > calibrationBand;
    }

    /// By name, as the table `model` keeps them.
    public Map<String, Double> beside(Quality atWork) {
        return Map.of(
                "logLoss", logLoss,
                "logLossAtWork", atWork.logLoss,
                "areaUnderRoc", areaUnderRoc,
                "calibrationError", calibrationError,
                "calibrationBand", calibrationBand);
    }
}
