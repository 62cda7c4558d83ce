/** The language without an editor: text in; model, boots to simulate, and errors with their places out. */
package org.pcitopo.dsl.service;
