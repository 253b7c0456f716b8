/// Reports of trainings: what they say, and how they behave in a browser; start at
/// [org.hypergrad.tests.report.TrainingReportTest].
package org.hypergrad.tests.report;
