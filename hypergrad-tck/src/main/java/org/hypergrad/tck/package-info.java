/// Contract tests for plug-ins; start at [org.hypergrad.tck.OperationContract].
package org.hypergrad.tck;
