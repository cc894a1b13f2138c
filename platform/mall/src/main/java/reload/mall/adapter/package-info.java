/// Keeps malls, settings and accounts in PostgreSQL, and serves the console's calls about them.
/// [reload.mall.adapter.Tenancy] is all of it wired together; [reload.mall.adapter.Access] is the one place that
/// says who may touch a mall.
@NullMarked
package reload.mall.adapter;

import org.jspecify.annotations.NullMarked;
