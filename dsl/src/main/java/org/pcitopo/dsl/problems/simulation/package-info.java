/** Rules about what a boot comes to: BARs that cannot be mapped, resources without a place, IOMMU groups. */
package org.pcitopo.dsl.problems.simulation;
