/// Networks: blocks with parameters, and the layers and losses that are made of them. Start at
/// [org.hypergrad.nn.Block], then [org.hypergrad.nn.Linear].
package org.hypergrad.nn;
