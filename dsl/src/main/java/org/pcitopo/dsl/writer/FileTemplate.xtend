package org.pcitopo.dsl.writer

import java.util.List
import java.util.Optional
import org.pcitopo.dsl.literals.Literals
import org.pcitopo.simulator.Boot
import org.pcitopo.simulator.topology.FactNames
import org.pcitopo.simulator.topology.Function
import org.pcitopo.simulator.topology.HostBridge
import org.pcitopo.simulator.topology.HostWindow
import org.pcitopo.simulator.topology.PciAddress
import org.pcitopo.simulator.topology.Topology

/**
 * The layout of a whole file. A template, since here the shape of the text is what matters: blocks in blocks, each indented by
 * what surrounds it. What stands in a single line is written by the Java classes beside this one.
 */
package class FileTemplate {

	val Topology topology
	val List<Boot> boots
	val List<String> comments
	val OriginText origins
	val Words elements
	val Words functions
	val String platform
	val String host

	new(Topology topology, List<Boot> boots, List<String> comments, OriginText origins, Words elements, Words functions) {
		this.topology = topology
		this.boots = boots
		this.comments = comments
		this.origins = origins
		this.elements = elements
		this.functions = functions
		this.host = elements.name(topology.name)
		this.platform = elements.name(topology.name + "-platform")
	}

	def CharSequence file() '''
		«FOR comment : comments»
			// «comment»
		«ENDFOR»
		«platform()»

		«host()»
		«FOR boot : boots»

			«boot(boot)»
		«ENDFOR»
	'''

	private def platform() {
		val statements = new PlatformStatements(topology.platform, origins)
		'''
			platform «platform» {
				«lines(statements.lines)»
				«IF !statements.e820.empty»
					e820 {
						«lines(statements.e820)»
					}
				«ENDIF»
				«lines(origins.notes("platform"))»
			}
		'''
	}

	private def host() '''
		host «host» on «platform» {
			«FOR reservation : topology.reservations.indexed»
				reserved «ResourceText.range(reservation.value.space, reservation.value.range)» «OriginText.quoted(reservation.value.owner)»«origins.of(FactNames.reservation(reservation.key))»
			«ENDFOR»
			«FOR hostBridge : topology.hostBridges»
				«hostBridge(hostBridge)»
			«ENDFOR»
		}
	'''

	private def hostBridge(HostBridge bridge) '''
		host-bridge «String.format("%04x:%02x [bus %02x-%02x]", bridge.domain, bridge.firstBus, bridge.firstBus, bridge.lastBus)»«IF !bridge.name.empty» «OriginText.quoted(bridge.name)»«ENDIF»«origin(bridge, "buses")» {
			«FOR window : bridge.windows.indexed»
				«window(window.value)»«origins.of(FactNames.hostWindow(bridge.domain, bridge.firstBus, window.key))»
			«ENDFOR»
			«IF bridge.ioda.present»
				«val ioda = bridge.ioda.get»
				ioda pes «ioda.totalPes» reserved-pe «ioda.reservedPe» m32-segment «Literals.sizeText(ioda.m32Segment)» m64-segment «Literals.sizeText(ioda.m64Segment)» io-segment «Literals.sizeText(ioda.ioSegment)»«origin(bridge, "ioda")»
			«ENDIF»
			«IF bridge.preserveConfig»
				preserve-config«origin(bridge, "preserveConfig")»
			«ENDIF»
			«lines(origins.notes(String.format("host %04x:%02x", bridge.domain, bridge.firstBus)))»
			«FOR function : bridge.functions»
				«function(function, bridge.domain, Optional.of(bridge.firstBus))»
			«ENDFOR»
		}
	'''

	private def CharSequence function(Function function, int domain, Optional<Integer> bus) {
		val address = bus.map[new PciAddress(domain, it, function.device, function.function)]
		val statements = new FunctionStatements(function, address, origins)
		'''
			«statements.head(functions)» {
				«lines(statements.lines)»
				«IF function.sriov.present»
					sr-iov {
						«lines(FunctionStatements.sriov(function.sriov.get))»
						«FOR bar : function.sriov.get.vfBars»
							«statements.vfBar(bar)»
						«ENDFOR»
					}«statements.origin("sriov")»
				«ENDIF»
				«lines(statements.notes)»
				«IF function.bridge.present»
					«FOR below : function.bridge.get.functions»
						«function(below, domain, numberedBus(function))»
					«ENDFOR»
				«ENDIF»
			}
		'''
	}

	private def Optional<Integer> numberedBus(Function function) {
		val secondary = function.bridge.get.secondary
		if (secondary.present) Optional.of(secondary.asInt) else Optional.empty
	}

	private def window(HostWindow window) {
		val bus = if (window.offset == 0) "" else " bus " + Literals.addressText(window.range.start - window.offset)
		"window " + ResourceText.range(window.type, window.range) + bus
	}

	private def boot(Boot boot) '''
		boot «elements.name(boot.name)» of «host» {
			«lines(new BootStatements(boot, origins).lines(topology.platform.pageSize))»
			«lines(origins.notes("boot"))»
		}
	'''

	private def lines(List<String> lines) '''
		«FOR line : lines»
			«line»
		«ENDFOR»
	'''

	private def origin(HostBridge bridge, String aspect) {
		origins.of(FactNames.host(bridge.domain, bridge.firstBus, aspect))
	}
}
