/// Records history, and runs it backwards as a JGraphT graph; start at
/// [org.hypergrad.engine.TapeEngine].
package org.hypergrad.engine;
