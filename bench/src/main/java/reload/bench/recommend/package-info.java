/// Judges the recommender on recorded sessions: writes its predictions for an outside scorer, and prints speed and hits
/// beside a popularity control. The data sets stay outside the project.
@NullMarked
package reload.bench.recommend;

import org.jspecify.annotations.NullMarked;
