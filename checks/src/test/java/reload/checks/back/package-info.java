/// What Back does on a page with our script: scenarios with a real press of the toolbar's button, in three engines, for
/// both bundles, beside the same page without us.
package reload.checks.back;
