import { Script } from './script.mjs';

/** Lines of a host bridge with all its slots, of a host around host bridges, and of its boots: at most. */
const SLOTS = ['network', 'drives', 'switch', 'drives', 'network', 'drives'];
const LONGEST_SLOT = 22;
const HOST_AND_BOOTS = 20;

/** Shapes of a text: a fleet of hosts of about 100 lines with two boots each, or one host with as many host bridges as it takes. */
export const SHAPES = ['fleet', 'one-host'];

/**
 * A text of `length` lines as people write them: arm64 servers with 64K pages, network adapters with SR-IOV, drives behind switches and
 * behind PCIe-to-PCI bridges. Drives behind switches keep their MSI-X table where the only page of their BAR is, which is a warning each.
 * Each edit makes another drive's BAR smaller than a page, which it then shares with the management controller beside it, and back: only
 * a simulation shows that.
 */
export function pcitopo(length, shape) {
    const script = new Script();
    script.add(
        '// Generated for a measurement.',
        'import "catalogue:nvme"',
        '',
        'platform server "an arm64 server with 64K pages" {',
        '    architecture aarch64',
        '    machine device-tree',
        '    page-size 64K',
        '    linux 6.12',
        '}',
        '',
        'device-type adapter "network adapter with SR-IOV" {',
        '    id 8086:1572',
        '    class 0x020000',
        '    BAR 0 [mem size 8M 64bit pref]',
        '    BAR 3 [mem size 64K 64bit pref]',
        '    sr-iov {',
        '        total-vfs 64',
        '        offset 16',
        '        stride 1',
        '        vf-device 0x154c',
        '        page-sizes 4K 64K',
        '        VF BAR 0 [mem size 64K 64bit pref]',
        '    }',
        '}',
        '');
    if (shape === 'fleet') {
        for (let number = 1; script.length + HOST_AND_BOOTS + 10 + LONGEST_SLOT <= length; number++) {
            const host = `rack${number}`;
            script.add(`host ${host} on server "rack ${number}" {`);
            hostBridge(script, host, 0, length - HOST_AND_BOOTS);
            finishHost(script, host);
        }
    } else {
        script.add('host datacentre on server "all in one" {');
        for (let domain = 0; script.length + HOST_AND_BOOTS + 10 + LONGEST_SLOT <= length; domain++) {
            hostBridge(script, `d${domain}`, domain, length - HOST_AND_BOOTS);
        }
        finishHost(script, 'datacentre');
    }
    return { text: script.text(length, '// nothing more'), edits: script.edits, typing: script.typing, hovers: script.hovers };
}

function finishHost(script, host) {
    script.add('}', '', `boot ${host}-stock of ${host} {`);
    script.addPointed('    command-line "root=/dev/nvme0n1p2 quiet pci=realloc,pcie_bus_safe"', 'realloc');
    script.add('    expect every passthrough BAR mapped', '}', '', `boot ${host}-old of ${host} "before the upgrade" {`, '    linux 6.1');
    script.addTyped('    command-line "root=/dev/nvme0n1p2 pci=pcie_bus_safe quiet"', ' quiet', ',');
    script.add('}', '');
}

function hostBridge(script, prefix, domain, end) {
    // 8G of address space for each domain; 32-bit BARs see the first part of it at the usual bus addresses.
    const base = 0x8000000000 + domain * 0x200000000;
    const hex = value => `0x${value.toString(16)}`;
    script.add(
        `    host-bridge ${domain.toString(16).padStart(4, '0')}:00 {`,
        `        window [mem ${hex(base)}-${hex(base + 0x1fffffff)}] bus 0x40000000`,
        `        window [mem ${hex(base + 0x100000000)}-${hex(base + 0x1ffffffff)}]`);
    for (let slot = 0; slot < SLOTS.length && script.length + LONGEST_SLOT + 1 <= end; slot++) {
        const name = `${prefix}-slot${slot + 1}`;
        script.add(`        bridge ${(slot + 1).toString(16).padStart(2, '0')}.0 ${name} root-port {`);
        ({ network, drives, switch: switched })[SLOTS[slot]](script, name);
        script.add('        }');
    }
    script.add('    }');
}

function network(script, slot) {
    script.addPointed(`            device 00.0 ${slot}-nic : adapter "uplink" passthrough`, slot);
}

function drives(script, slot) {
    script.add('            bridge 00.0 pcie-to-pci {', `                device 01.0 ${slot}-bmc "management controller" {`);
    script.addTyped('                    id 1a03:2402', 'id', 'd');
    script.add('                    class 0x0c0700');
    script.addPointed('                    BAR 0 [mem size 4K]', 'BAR');
    script.add('                }');
    for (let drive = 1; drive <= 2; drive++) {
        script.add(`                device 0${drive + 1}.0 ${slot}-drive${drive} passthrough {`, '                    id 144d:a808', '                    class 0x010802');
        script.addEdited('                    BAR 0 [mem size 64K 64bit]', '64K', '16K');
        script.add('                }');
    }
    script.add('            }');
}

function switched(script, slot) {
    script.add('            bridge 00.0 upstream-port {');
    for (let port = 0; port < 2; port++) {
        script.add(`                bridge 0${port}.0 downstream-port {`, `                    // bay ${port + 1}`);
        script.addPointed(`                    device 00.0 ${slot}-bay${port + 1} : samsung-pm981 passthrough`, 'samsung');
        script.add('                }');
    }
    script.add('            }');
}
