/// Expressions as people type them, from text to tensors: start at [Program].
package org.hypergrad.demo.expression;
