/// Training and using networks; start at [org.hypergrad.demo.train.MoonsLesson], which shows the
/// loop itself.
package org.hypergrad.demo.train;
