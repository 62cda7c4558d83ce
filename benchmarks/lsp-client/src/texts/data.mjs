import { Script } from './script.mjs';

/** What JSON and YAML texts have to look like: as much of a topology as a schema can say. */
export const SCHEMA = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['hosts'],
    properties: { hosts: { type: 'array', items: { $ref: '#/definitions/host' } } },
    definitions: {
        host: {
            type: 'object',
            required: ['name', 'bridges'],
            additionalProperties: false,
            properties: {
                name: { type: 'string', description: 'The name of the host.' },
                bridges: { type: 'array', items: { $ref: '#/definitions/bridge' } },
            },
        },
        bridge: {
            type: 'object',
            required: ['address', 'devices'],
            additionalProperties: false,
            properties: {
                address: { type: 'string', pattern: '^[0-9a-f]{2}\\.[0-7]$', description: 'Device and function.' },
                devices: { type: 'array', items: { $ref: '#/definitions/device' } },
            },
        },
        device: {
            type: 'object',
            required: ['name', 'id', 'size'],
            additionalProperties: false,
            properties: {
                name: { type: 'string', description: 'The name of the device.' },
                id: { type: 'string', pattern: '^[0-9a-f]{4}:[0-9a-f]{4}$', description: 'Vendor and device.' },
                size: { type: 'string', enum: ['4K', '16K', '64K'], description: 'The size of its BAR.' },
                passthrough: { type: 'boolean', description: 'Whether it is handed to a guest.' },
            },
        },
    },
};

/** A JSON text of `length` lines. Each edit writes a size that the schema does not know. */
export function json(length) {
    const script = new Script();
    const hosts = hostsFor(length, 2, 6, 4, 6);
    script.add('{', '  "hosts": [');
    hosts.forEach((bridges, host) => {
        script.add('    {', `      "name": "rack${host + 1}",`, '      "bridges": [');
        for (let bridge = 1; bridge <= bridges; bridge++) {
            script.add('        {', `          "address": "0${bridge}.0", "devices": [`);
            for (let device = 1; device <= DEVICES; device++) {
                script.add('            {');
                script.addPointed(`              "name": "drive${device}",`, 'name');
                script.addTyped('              "id": "144d:a808",', '"', '"p');
                script.addEdited('              "size": "64K",', '64K', '65K');
                script.add('              "passthrough": true', device < DEVICES ? '            },' : '            }');
            }
            script.add(bridge < bridges ? '        ]},' : '        ]}');
        }
        script.add(host < hosts.length - 1 ? '      ]},' : '      ]}');
    });
    script.add('  ]', '}');
    return { text: script.text(length, ''), edits: script.edits, typing: script.typing, hovers: script.hovers };
}

/** A YAML text of `length` lines, with the same edits. */
export function yaml(length) {
    const script = new Script();
    script.add('# yaml-language-server: $schema=./schema.json', 'hosts:');
    hostsFor(length, 2, 4, 2, 2).forEach((bridges, host) => {
        script.add(`  - name: rack${host + 1}`, '    bridges:');
        for (let bridge = 1; bridge <= bridges; bridge++) {
            script.add(`      - address: "0${bridge}.0"`, '        devices:');
            for (let device = 1; device <= DEVICES; device++) {
                script.addPointed(`          - name: drive${device}`, 'name');
                script.addTyped('            id: "144d:a808"', 'id', 'p');
                script.addEdited('            size: 64K', '64K', '65K');
                script.add('            passthrough: true');
            }
        }
    });
    return { text: script.text(length, '# nothing more'), edits: script.edits, typing: script.typing, hovers: script.hovers };
}

const DEVICES = 4;
const BRIDGES = 4;

/** How many bridges each host has, so that all fit into `length` lines. */
function hostsFor(length, around, deviceLines, bridgeLines, hostLines) {
    const bridge = DEVICES * deviceLines + bridgeLines;
    const hosts = [];
    let left = length - around - 2;
    while (left >= hostLines + bridge) {
        const bridges = Math.min(BRIDGES, Math.floor((left - hostLines) / bridge));
        hosts.push(bridges);
        left -= hostLines + bridges * bridge;
    }
    return hosts;
}
