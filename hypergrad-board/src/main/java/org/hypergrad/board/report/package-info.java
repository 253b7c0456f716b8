/// Reports of trainings: one page of HTML that works from a file and asks for nothing from
/// anywhere; start at [org.hypergrad.board.report.TrainingReport].
package org.hypergrad.board.report;
