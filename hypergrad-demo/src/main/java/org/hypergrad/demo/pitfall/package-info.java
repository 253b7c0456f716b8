/// Mistakes that everybody makes once, each with the wrong numbers it gives; start at
/// [ForgottenZeroGrad].
package org.hypergrad.demo.pitfall;
