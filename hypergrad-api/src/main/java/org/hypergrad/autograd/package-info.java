/// The nouns of the backward graph, nodes and the edges between them; start at
/// [org.hypergrad.autograd.Node].
package org.hypergrad.autograd;
