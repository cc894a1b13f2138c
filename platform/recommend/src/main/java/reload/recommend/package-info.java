/// Goods that go with what a shopper viewed, learnt from the sessions of all shoppers of the same mall, event by event.
/// A [reload.recommend.Learner] folds observations and publishes immutable [reload.recommend.Recommender]s; `adapter`
/// follows the log.
@NullMarked
package reload.recommend;

import org.jspecify.annotations.NullMarked;
