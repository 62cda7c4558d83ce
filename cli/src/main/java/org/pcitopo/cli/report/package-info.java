/**
 * What commands have to say, as plain data in the terms of files, lines and columns: problems, expectations and the sources
 * that they stand in. Renderers turn it into text; nothing here knows a format.
 */
package org.pcitopo.cli.report;
