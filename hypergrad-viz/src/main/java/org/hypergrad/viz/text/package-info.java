/// How wide text is, and how any text becomes safe to draw; start at [org.hypergrad.viz.text.Font].
package org.hypergrad.viz.text;
