/// The operations of the core vocabulary, in tables by family; start at
/// [org.hypergrad.ops.basic.Arithmetic].
package org.hypergrad.ops.basic;
