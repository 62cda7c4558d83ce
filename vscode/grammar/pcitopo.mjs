// @ts-check
// The TextMate grammar of the language. Built into syntaxes/pcitopo.tmLanguage.json, which is what editors read.
//
// It colours what can be told from the text alone; what a name refers to is told by the server's semantic tokens. A test
// compares the words below with the language's own grammar and with the kernel's options that the simulator knows.

/** The words of the language, by what they are. */
export const WORDS = {
    declarations: ['platform', 'device-type', 'host', 'boot'],
    functions: ['host-bridge', 'bridge', 'device'],
    resources: ['BAR', 'ROM', 'VF'],
    spaces: ['mem', 'io', 'pref', 'bus', 'window'],
    flags: ['64bit', '32bit', 'fixed', 'resizable', 'unset', 'absent', 'transparent', 'hotplug', 'isolated-msi', 'probe-only',
        'never-mappable', 'preserve-config', 'passthrough'],
    kinds: ['root-port', 'upstream-port', 'downstream-port', 'pcie-to-pci', 'pci-to-pcie', 'pci', 'cardbus'],
    states: ['mapped', 'partly', 'emulated', 'assigned', 'unassigned', 'claimed', 'moved', 'disabled', 'enabled', 'shadow', 'alone'],
    checks: ['expect', 'every', 'no', 'because', 'equals', 'at'],
    steps: ['then', 'plug', 'unplug', 'remove', 'rescan', 'resize', 'sriov_numvfs', 'resource_alignment'],
    origins: ['from', 'assumed', 'derived', 'note'],
    constants: ['on', 'off', 'none', 'usable', 'ACPI', 'data', 'NVS'],
    joints: ['of', 'extends', 'to', 'below', 'subsystem'],
    statements: ['import', 'architecture', 'machine', 'page-size', 'page-sizes', 'linux', 'rules', 'default-alignment', 'config', 'e820',
        'BIOS-e820', 'id', 'class', 'reg', 'msi-x', 'table', 'pba', 'offset', 'sr-iov', 'total-vfs', 'stride', 'vf-device', 'driver',
        'decode', 'iommu-group', 'IOMMU', 'group', 'reserved', 'root', 'resource', 'address', 'ioda', 'pes', 'reserved-pe', 'm32-segment',
        'm64-segment', 'io-segment', 'kind', 'secondary', 'subordinate', 'command-line', 'size'],
};

/** Parameters of the kernel, other than `pci=`, that matter here. */
export const PARAMETERS = ['vfio-pci.ids', 'intel_iommu', 'amd_iommu', 'iommu', 'iommu.passthrough', 'pcie_acs_override', 'pcie_aspm',
    'pcie_ports', 'pcie_port_pm', 'pcie_hp', 'reserve', 'memmap', 'default_hugepagesz', 'vfio_iommu_type1.allow_unsafe_interrupts'];

/** The options of `pci=`. */
export const OPTIONS = ['off', 'bfsort', 'nobfsort', 'bios', 'nobios', 'biosirq', 'pirqaddr', 'conf1', 'conf2', 'nommconf',
    'check_enable_amd_mmconf', 'noacpi', 'noearly', 'usepirqmask', 'irqmask', 'lastbus', 'rom', 'norom', 'nobar', 'assign-busses', 'use_crs',
    'nocrs', 'use_e820', 'no_e820', 'big_root_window', 'routeirq', 'skip_isa_align', 'noioapicquirk', 'ioapicreroute', 'noioapicreroute',
    'nomio', 'force_floating', 'norid', 'debug', 'nomsi', 'noats', 'noaer', 'earlydump', 'nodomains', 'noari', 'notph', 'pcie_bus_tune_off',
    'pcie_bus_safe', 'pcie_bus_perf', 'pcie_bus_peer2peer', 'pcie_scan_all', 'realloc', 'cbiosize', 'cbmemsize', 'resource_alignment', 'ecrc',
    'hpiosize', 'hpmmiosize', 'hpmmioprefsize', 'hpmemsize', 'hpbussize', 'disable_acs_redir', 'config_acs'];

/** @param {string[]} words the longest first, so that none hides another */
const any = words => [...words].sort((a, b) => b.length - a.length).map(word => word.replace(/[.+]/g, '\\$&')).join('|');

const BEFORE = String.raw`(?<![\w^-]|\w[.:+~])`;
const AFTER = String.raw`(?![\w-]|[.:+~]\w)`;
const NAME = String.raw`\^[A-Za-z_][\w-]*|(?!(?:${any(Object.values(WORDS).flat())})${AFTER})[A-Za-z_][\w-]*`;
const X = '[0-9a-fA-F]';
const ADDRESS = `(?:(?:${X}{4,8}:)?${X}{2}:)?[01]${X}\\.[0-7]`;

/** A literal: the whole of a run of word characters. */
const literal = (/** @type {string} */ shape, /** @type {string} */ name) => ({ match: `${BEFORE}(?:${shape})${AFTER}`, name: `${name}.pcitopo` });
const words = (/** @type {string[]} */ list, /** @type {string} */ name) => ({ match: `${BEFORE}(?:${any(list)})${AFTER}`, name: `${name}.pcitopo` });
const capture = (/** @type {string} */ name) => ({ name: `${name}.pcitopo` });
const include = (/** @type {string[]} */ ...names) => names.map(name => ({ include: `#${name}` }));

/** A string whose inside the kernel reads, behind the word `lead`. */
const kernelString = (/** @type {string} */ lead, /** @type {string} */ leadName, /** @type {'"' | "'"} */ quote, /** @type {string} */ inside) => ({
    begin: `${BEFORE}(${lead})\\s*(${quote})`,
    beginCaptures: { 1: capture(leadName), 2: capture('string.quoted.begin punctuation.definition.string.begin') },
    end: quote,
    endCaptures: { 0: capture('string.quoted.end punctuation.definition.string.end') },
    name: `meta.${inside}.pcitopo`,
    contentName: `string.quoted.kernel.pcitopo`,
    patterns: include(`${inside}-inside`),
});

export default {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'pcitopo',
    scopeName: 'source.pcitopo',
    fileTypes: ['pcitopo'],
    patterns: include('statement'),
    repository: {
        statement: {
            patterns: include('comments', 'kernel-strings', 'strings', 'declarations', 'releases', 'device-head', 'virtual-function', 'type-reference',
                'words', 'literals', 'punctuation', 'names', 'malformed'),
        },

        // ------------------------------------------------------------ comments

        comments: {
            patterns: [
                {
                    begin: '//',
                    beginCaptures: { 0: capture('punctuation.definition.comment') },
                    end: '$',
                    name: 'comment.line.double-slash.pcitopo',
                    patterns: [{
                        match: String.raw`\G\s*(ignore-file|ignore)\s+(PCI[0-9]{3}(?:\s*,\s*PCI[0-9]{3})*)(:)?`,
                        captures: {
                            1: capture('keyword.other.ignore'), 2: capture('constant.other.problem'), 3: capture('punctuation.separator'),
                        },
                    }],
                },
                {
                    begin: String.raw`/\*`,
                    beginCaptures: { 0: capture('punctuation.definition.comment.begin') },
                    end: String.raw`\*/`,
                    endCaptures: { 0: capture('punctuation.definition.comment.end') },
                    name: 'comment.block.pcitopo',
                },
            ],
        },

        // ------------------------------------------------------------ strings

        strings: {
            patterns: ['"', "'"].map(quote => ({
                begin: quote,
                beginCaptures: { 0: capture('punctuation.definition.string.begin') },
                end: quote,
                endCaptures: { 0: capture('punctuation.definition.string.end') },
                name: `string.quoted.${quote === '"' ? 'double' : 'single'}.pcitopo`,
                patterns: include('escape'),
            })),
        },
        escape: { match: String.raw`\\["'\\]`, name: 'constant.character.escape.pcitopo' },

        // ------------------------------------------------------------ what the kernel reads

        'kernel-strings': {
            patterns: ['"', "'"].flatMap(quote => [
                kernelString('command-line', 'keyword.other.statement', /** @type {'"' | "'"} */ (quote), 'command-line'),
                kernelString('resource_alignment', 'keyword.control.step', /** @type {'"' | "'"} */ (quote), 'alignment-list'),
            ]),
        },
        'command-line-inside': {
            patterns: [
                ...include('escape'),
                {
                    begin: String.raw`(?<![^\s"'])(pci)(=)`,
                    beginCaptures: { 1: capture('variable.parameter.kernel.known'), 2: capture('keyword.operator.assignment.kernel') },
                    end: String.raw`(?=[\s"'])`,
                    name: 'meta.kernel-option-list.pcitopo',
                    patterns: include('pci-options'),
                },
                {
                    match: String.raw`(?<![^\s"'])(vfio-pci\.ids)(=)([^\s"']*)`,
                    captures: {
                        1: capture('variable.parameter.kernel.known'), 2: capture('keyword.operator.assignment.kernel'),
                        3: { patterns: include('kernel-ids', 'kernel-separators', 'kernel-unknown') },
                    },
                },
                {
                    match: String.raw`(?<![^\s"'])(${any(PARAMETERS)})(?:(=)([^\s"']*))?(?=[\s"']|$)`,
                    captures: {
                        1: capture('variable.parameter.kernel.known'), 2: capture('keyword.operator.assignment.kernel'),
                        3: capture('string.unquoted.kernel-value'),
                    },
                },
                {
                    match: String.raw`(?<![^\s"'])([^\s="'\\]+)(?:(=)([^\s"'\\]*))?`,
                    captures: {
                        1: capture('variable.parameter.kernel.other'), 2: capture('keyword.operator.assignment.kernel'),
                        3: capture('string.unquoted.kernel-value'),
                    },
                },
            ],
        },
        'pci-options': {
            patterns: [
                ...include('escape'),
                {
                    begin: String.raw`(?<=[=,])(resource_alignment|disable_acs_redir|config_acs)(=)`,
                    beginCaptures: { 1: capture('support.function.kernel-option'), 2: capture('keyword.operator.assignment.kernel') },
                    end: String.raw`(?=[\s,"'])`,
                    patterns: include('alignment-list-inside'),
                },
                {
                    match: String.raw`(?<=[=,])(${any(OPTIONS)})(?![\w-])(?:(=)([^\s,"']*))?`,
                    captures: {
                        1: capture('support.function.kernel-option'), 2: capture('keyword.operator.assignment.kernel'),
                        3: { patterns: [{ match: '0[xX][0-9a-fA-F]+|[0-9]+[kKmMgGtTpPeE]?', name: 'constant.numeric.size.kernel.pcitopo' },
                            { match: String.raw`[A-Za-z]\w*`, name: 'constant.language.kernel-value.pcitopo' }, ...include('kernel-unknown')] },
                    },
                },
                ...include('kernel-separators', 'kernel-unknown'),
            ],
        },
        'alignment-list-inside': {
            patterns: [
                ...include('escape'),
                { match: String.raw`(?<![^\s=;"'])[0-9]+(?=@)`, name: 'constant.numeric.order.kernel.pcitopo' },
                { match: String.raw`(?<![\w])[01x]{1,16}(?=@)`, name: 'constant.numeric.flags.kernel.pcitopo' },
                {
                    match: String.raw`(?<![^\s=;@"'])(pci)(:)([0-9a-fA-F]{1,4})(:)([0-9a-fA-F]{1,4})(?:(:)([0-9a-fA-F]{1,4})(:)([0-9a-fA-F]{1,4}))?`,
                    captures: {
                        1: capture('keyword.other.kernel-ids'), 2: capture('punctuation.separator.kernel'), 3: capture('constant.other.vendor.kernel'),
                        4: capture('punctuation.separator.kernel'), 5: capture('constant.other.device-id.kernel'),
                        6: capture('punctuation.separator.kernel'), 7: capture('constant.other.vendor.kernel'),
                        8: capture('punctuation.separator.kernel'), 9: capture('constant.other.device-id.kernel'),
                    },
                },
                {
                    match: `(?:(?:${X}{1,8}|\\*):)?(?:${X}{1,2}|\\*):(?:${X}{1,2}|\\*)\\.(?:[0-7]|\\*)(?:/(?:${X}{1,2}|\\*)\\.(?:[0-7]|\\*))*`,
                    name: 'constant.numeric.address.kernel.pcitopo',
                },
                { match: String.raw`:noresize(?![\w-])`, name: 'keyword.other.kernel-suffix.pcitopo' },
                ...include('kernel-separators', 'kernel-unknown'),
            ],
        },
        'kernel-ids': {
            match: `(?<!${X})${X}{4}(?::${X}{4}){1,3}`,
            name: 'constant.other.ids.kernel.pcitopo',
        },
        'kernel-separators': { match: '[,;@:=]', name: 'punctuation.separator.kernel.pcitopo' },
        'kernel-unknown': { match: String.raw`[^\s,;@:="'\\]+`, name: 'invalid.unknown.kernel.pcitopo' },

        // ------------------------------------------------------------ declarations

        declarations: {
            patterns: [
                {
                    match: `${BEFORE}(platform)\\s+(${NAME})(?:\\s+(extends)\\s+(${NAME}))?`,
                    captures: {
                        1: capture('storage.type.declaration'), 2: capture('entity.name.namespace.platform'),
                        3: capture('keyword.other.joint'), 4: capture('entity.name.namespace.platform'),
                    },
                },
                {
                    match: `${BEFORE}(device-type)\\s+(${NAME})(?:\\s+(extends)\\s+(${NAME}))?`,
                    captures: {
                        1: capture('storage.type.declaration'), 2: capture('entity.name.type.device-type'),
                        3: capture('keyword.other.joint'), 4: capture('entity.other.inherited-class'),
                    },
                },
                {
                    match: `${BEFORE}(host)\\s+(${NAME})(?:\\s+(on)\\s+(${NAME}))?`,
                    captures: {
                        1: capture('storage.type.declaration'), 2: capture('entity.name.class.host'),
                        3: capture('keyword.other.joint'), 4: capture('entity.name.namespace.platform'),
                    },
                },
                {
                    match: `${BEFORE}(boot)\\s+(${NAME})(?:\\s+(of)\\s+(${NAME}))?(?:\\s+(extends)\\s+(${NAME}))?`,
                    captures: {
                        1: capture('storage.type.declaration'), 2: capture('entity.name.function.boot'),
                        3: capture('keyword.other.joint'), 4: capture('entity.name.class.host'),
                        5: capture('keyword.other.joint'), 6: capture('entity.name.function.boot'),
                    },
                },
            ],
        },
        'device-head': {
            match: `${BEFORE}(device|bridge)\\s+(${ADDRESS})(?:\\s+(${NAME}))?`,
            captures: {
                1: capture('storage.type.function'), 2: capture('constant.numeric.address'), 3: capture('entity.name.variable.function'),
            },
        },
        'type-reference': {
            match: `(?<=\\s)(:)\\s*(${NAME})${AFTER}`,
            captures: { 1: capture('keyword.operator.type'), 2: capture('entity.name.type.device-type') },
        },
        'virtual-function': {
            match: `${BEFORE}(VF)(?:\\s+([0-9]+))?\\s+(of)${AFTER}`,
            captures: { 1: capture('support.type.resource'), 2: capture('constant.numeric.number'), 3: capture('keyword.other.joint') },
        },

        // ------------------------------------------------------------ words

        words: {
            patterns: [
                { match: `${BEFORE}(id)${AFTER}`, name: 'keyword.other.statement.pcitopo' },
                words(WORDS.declarations, 'storage.type.declaration'),
                words(WORDS.functions, 'storage.type.function'),
                words(WORDS.resources, 'support.type.resource'),
                words(WORDS.spaces, 'support.type.space'),
                words(WORDS.flags, 'storage.modifier'),
                words(WORDS.kinds, 'support.constant.kind'),
                words(WORDS.states, 'constant.language.state'),
                words(WORDS.checks, 'keyword.control.check'),
                words(WORDS.steps, 'keyword.control.step'),
                words(WORDS.origins, 'keyword.other.origin'),
                words(WORDS.constants, 'constant.language.value'),
                words(WORDS.joints, 'keyword.other.joint'),
                words(WORDS.statements, 'keyword.other.statement'),
            ],
        },

        // ------------------------------------------------------------ literals

        releases: {
            match: `${BEFORE}(linux)((?:\\s*,?\\s*[0-9]{1,3}\\.[0-9][\\w.+~-]*)+)`,
            captures: {
                1: capture('keyword.other.statement'),
                2: {
                    patterns: [
                        { match: String.raw`[0-9][\w.+~-]*`, name: 'constant.numeric.release.pcitopo' },
                        { match: ',', name: 'punctuation.separator.pcitopo' },
                    ],
                },
            },
        },
        literals: {
            patterns: [
                literal(`0[xX]${X}+-0[xX]${X}+`, 'constant.numeric.range'),
                literal(`0[xX]${X}+`, 'constant.numeric.hex'),
                literal(`(?:(?:${X}{4,8}:)?${X}{2}:)[01]${X}\\.[0-7]`, 'constant.numeric.address'),
                literal(`${X}{4}:${X}{4}`, 'constant.other.ids'),
                literal(`${X}{4,8}:${X}{2}`, 'constant.numeric.address.bus'),
                literal(`[01]${X}\\.[0-7]`, 'constant.numeric.address'),
                literal('[0-9]+[kKmMgGtTpPeE]B?', 'constant.numeric.size'),
                literal('[0-9]+', 'constant.numeric.number'),
                literal(`${X}{2}-${X}{2}`, 'constant.numeric.range.bus'),
                literal(`(?=[0-9a-fA-F]*-?[0-9a-fA-F]*[0-9])(?:${X}{4}-${X}{4}|${X}{8,16}-${X}{8,16})`, 'constant.numeric.range'),
                literal('[0-9][a-fA-F]', 'constant.numeric.bus'),
                literal(String.raw`[0-9]{1,3}\.[0-9]{1,4}(?:[.+~_-][0-9A-Za-z.+~_-]*)?`, 'constant.numeric.release'),
                // The second half of [bus f0-ff], and a bus whose number looks like a word.
                { match: `(?<=\\bbus\\s)${X}{2}(?=\\])`, name: 'constant.numeric.bus.pcitopo' },
            ],
        },
        punctuation: {
            patterns: [
                { match: String.raw`\{`, name: 'punctuation.section.block.begin.pcitopo' },
                { match: String.raw`\}`, name: 'punctuation.section.block.end.pcitopo' },
                { match: String.raw`\[`, name: 'punctuation.section.brackets.begin.pcitopo' },
                { match: String.raw`\]`, name: 'punctuation.section.brackets.end.pcitopo' },
                { match: String.raw`[()]`, name: 'punctuation.section.parens.pcitopo' },
                { match: ',', name: 'punctuation.separator.pcitopo' },
                { match: ':', name: 'punctuation.separator.colon.pcitopo' },
                { match: '=', name: 'keyword.operator.assignment.pcitopo' },
            ],
        },
        names: { match: String.raw`\^?[A-Za-z_][\w-]*(?![\w:.+~])`, name: 'variable.other.name.pcitopo' },
        malformed: { match: String.raw`[^\s{}\[\]()",=']+`, name: 'invalid.illegal.literal.pcitopo' },
    },
};
