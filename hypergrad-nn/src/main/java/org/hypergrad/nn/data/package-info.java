/// Where the samples come from: data sets, their splits, and the loader that hands them out in
/// batches. Start at [org.hypergrad.nn.data.Dataset].
package org.hypergrad.nn.data;
