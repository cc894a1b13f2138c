package reload.learn.exit;

/// The model a mall's plans rest on.
///
/// @param version counts a mall's models from 1; 0 is what every mall begins with
public record MallModel(int version, LeaveModel leave) {
    public static final MallModel FIRST = new MallModel(0, LeaveModel.DEFAULT);
}
