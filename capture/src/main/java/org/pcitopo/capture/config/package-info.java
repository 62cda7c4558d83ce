/**
 * Configuration space as bytes: what the hardware says of itself ({@link org.pcitopo.capture.config.HardwareFacts}) apart from
 * what its registers held when somebody looked ({@link org.pcitopo.capture.config.RegisterState}), which is the state after a
 * boot and so an answer.
 *
 * <p>Layouts are those of the PCI Local Bus Specification 3.0, the PCI-to-PCI Bridge Architecture Specification 1.2 and the
 * PCI Express Base Specification.
 */
package org.pcitopo.capture.config;
