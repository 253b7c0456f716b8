/// Adds modules that the library does not know; start at
/// [org.hypergrad.tests.dropin.AddingAnOperationTest].
package org.hypergrad.tests.dropin;
