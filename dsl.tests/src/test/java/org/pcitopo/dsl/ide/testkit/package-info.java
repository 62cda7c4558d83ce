/**
 * A small kit for tests of editor features: text with markers goes in, what the editor would show comes out, through a real server
 * over JSON-RPC.
 */
package org.pcitopo.dsl.ide.testkit;
