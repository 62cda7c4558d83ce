import { Script } from './script.mjs';

/** A text of `length` lines in the small topology language of peers/langium. Each edit names a type that is not there. */
export function langium(length) {
    const script = new Script();
    script.add('// Generated for a measurement.');
    for (let number = 1; number <= 2; number++) {
        script.add(`device-type drive${number} {`, '    id 144d:a808', '    BAR 0 [mem size 64K 64bit]', '}');
    }
    for (let host = 1; script.length + 24 <= length; host++) {
        script.add(`host rack${host} {`, '    host-bridge 0000:00 {');
        for (let slot = 1; slot <= 8 && script.length + 20 <= length; slot++) {
            script.add(`        bridge 0${slot}.0 slot${host}-${slot} root-port {`);
            script.addEdited(`            device 00.0 uplink${host}-${slot} : drive1 passthrough`, 'drive1', 'drive9');
            script.addPointed(`            device 01.0 bay${host}-${slot} : drive2 passthrough {`, 'drive2');
            script.addTyped('                id 144d:a808', 'id', 'B');
            script.add('                class 0x010802', '                BAR 0 [mem size 64K 64bit]', '                BAR 2 [mem size 16K]', '            }', '        }');
        }
        script.add('    }', '}', '', `boot stock${host} of rack${host} {`, '    command-line "root=/dev/nvme0n1p2 pci=realloc"', '}', '');
    }
    return { text: script.text(length, '// nothing more'), edits: script.edits, typing: script.typing, hovers: script.hovers };
}
