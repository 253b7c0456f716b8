/// Holds the documents to what they say; start at [org.hypergrad.tests.documents.DocumentsTest].
package org.hypergrad.tests.documents;
