/// Pages that work from a file and ask for nothing from anywhere; start at
/// [org.hypergrad.viz.page.Page].
package org.hypergrad.viz.page;
