/// Reload under trial: killed under load, and spoken to by the hostile. Each trial says what was acknowledged
/// and what was counted, which must be the same.
@NullMarked
package reload.lab.trial;

import org.jspecify.annotations.NullMarked;
