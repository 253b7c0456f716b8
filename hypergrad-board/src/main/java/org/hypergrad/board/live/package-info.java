/// A page in the browser that shows a training while it runs, and can pause and stop it; start at
/// [org.hypergrad.board.live.LivePage].
package org.hypergrad.board.live;
