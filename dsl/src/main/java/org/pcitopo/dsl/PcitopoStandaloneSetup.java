package org.pcitopo.dsl;

/** Sets the language up outside an editor. */
public class PcitopoStandaloneSetup extends PcitopoStandaloneSetupGenerated {
}
