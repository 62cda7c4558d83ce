/** Where recordings are made: fetches kernels, packs the recorder, boots, and makes bundles. */
package org.pcitopo.conformance.workshop;
