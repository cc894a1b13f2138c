/// Keeps the catalog: folds what pages and imports say from the log into PostgreSQL, holds it in memory for the edge,
/// and answers a mall's server (import) and its pages (the truth at show time) over HTTP.
@NullMarked
package reload.catalog.adapter;

import org.jspecify.annotations.NullMarked;
