/// The page that shows a training: what its server serves and refuses, and what a browser makes of
/// it; start at [org.hypergrad.tests.live.LivePageTest].
package org.hypergrad.tests.live;
