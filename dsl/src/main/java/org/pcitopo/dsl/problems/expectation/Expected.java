package org.pcitopo.dsl.problems.expectation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/**
 * What an {@code expect} line says.
 *
 * @param quantifier of how many it has to hold
 * @param passthroughOnly whether only functions that are handed to guests count
 * @param functions the functions meant, empty for all
 * @param resources which of their resources
 * @param claim what has to hold
 * @param reason for {@code because}: a {@link Reason}'s id
 */
public record Expected(Quantifier quantifier, boolean passthroughOnly, Optional<Set<PciAddress>> functions, Resources resources,
        Claim claim, Optional<String> reason) {

    public Expected {
        functions = functions.map(Set::copyOf);
    }

    /** Of how many it has to hold. Nothing ever holds of nothing. */
    public enum Quantifier {
        /** Of all that are meant; what is written without {@code every} and {@code no} as well. */
        EVERY,
        /** Of none. */
        NO
    }

    /** Which resources of a function. */
    public sealed interface Resources {

        /** BARs; those that can be mapped at all where mapping is claimed. */
        record Bars(OptionalInt index) implements Resources {
        }

        /** VF BARs of a physical function. */
        record VfBars(OptionalInt index) implements Resources {
        }

        /** Expansion ROMs. */
        record Roms() implements Resources {
        }

        /**
         * Bridge windows.
         *
         * @param name which, empty for all that a bridge has
         */
        record Windows(Optional<ResourceName> name) implements Resources {
        }
    }

    /** What has to hold. */
    public sealed interface Claim {

        /** How it ended. */
        record State(ExpectedState state) implements Claim {
        }

        /** Where it starts. */
        record At(long address) implements Claim {
        }

        /** How many bytes the kernel gave it. */
        record Size(long bytes) implements Claim {
        }

        /**
         * Its addresses and flags.
         *
         * @param range its addresses, empty where only {@code size} is said
         * @param size its bytes, where no range is said
         * @param io whether it is an I/O range
         * @param is64Bit whether it has to be 64-bit; not looked at where false
         * @param prefetchable whether it has to be prefetchable; not looked at where false
         */
        record Equal(Optional<AddressRange> range, OptionalLong size, boolean io, boolean is64Bit, boolean prefetchable)
                implements Claim {
        }

        /** The function has its IOMMU group to itself, bridges aside. */
        record GroupAlone() implements Claim {
        }
    }
}
