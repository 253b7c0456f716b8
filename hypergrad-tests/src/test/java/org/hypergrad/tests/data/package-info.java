/// The data sets of the library, with its operations. Start at
/// [org.hypergrad.tests.data.BundledDataTest].
package org.hypergrad.tests.data;
