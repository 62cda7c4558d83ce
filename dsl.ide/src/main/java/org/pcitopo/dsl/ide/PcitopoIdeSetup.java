package org.pcitopo.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.pcitopo.dsl.PcitopoRuntimeModule;
import org.pcitopo.dsl.PcitopoStandaloneSetup;

/** Sets the language up with its editor services. */
public final class PcitopoIdeSetup extends PcitopoStandaloneSetup {

    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(new PcitopoRuntimeModule(), new PcitopoIdeModule()));
    }
}
