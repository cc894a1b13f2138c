package reload.learn.adapter;

/// One kind of model, learnt of all malls.
public interface Course {
    /// As the table `model` names it.
    String kind();

    /// Whether it is learnt every hour, rather than once a day.
    default boolean isHourly() {
        return false;
    }

    /// Learns and keeps each mall's. Blocks.
    ///
    /// @throws Exception where it cannot be learnt now; the models at work stay
    void learn(Watcher watcher) throws Exception;

    /// Is told how far it is.
    interface Watcher {
        /// @param entries of the log read so far
        void read(long entries);

        /// One more mall is done.
        void learnt(boolean better);
    }
}
