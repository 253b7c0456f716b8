/// Training: the loop over epochs and batches, what it measures, and how it goes on after being
/// killed; start at [org.hypergrad.nn.train.Trainer].
package org.hypergrad.nn.train;
