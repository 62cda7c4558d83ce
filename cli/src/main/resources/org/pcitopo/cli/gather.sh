#!/bin/sh
# Collects what this Linux machine says of its PCI devices into a bundle that pcitopo reads. It only reads the system; it
# writes one file (or one folder) and nothing else. Run as root it sees more: addresses in /proc/iomem, all of the
# configuration space, often the kernel log at all. Nothing has to be installed.
#
#   sh gather.sh [-o FILE] [--directory FOLDER] [--redact]
#
#   -o FILE             the bundle to write instead of pcitopo-HOST-TIME.tar.gz in the current folder; - is standard output
#   --directory FOLDER  write the bundle's files into this folder, which must not exist, instead of packing them
#   --redact            leave out serial numbers, MAC addresses, host names and unrelated words of the kernel command line
#
# PCITOPO_ROOT in the environment is put before /proc and /sys.

redact=0

set -u
LC_ALL=C
export LC_ALL
umask 077
root=${PCITOPO_ROOT:-}
output=
directory=

note() {
    printf 'pcitopo-gather: %s\n' "$1" >&2
}

fail() {
    note "$1"
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
        -o)
            [ $# -gt 1 ] || fail "-o needs a file name"
            output=$2
            shift
            ;;
        --directory)
            [ $# -gt 1 ] || fail "--directory needs a folder name"
            directory=$2
            shift
            ;;
        --redact) redact=1 ;;
        *) fail "unknown argument '$1'; see the first lines of this script" ;;
    esac
    shift
done

have() {
    command -v "$1" >/dev/null 2>&1
}

# ---- what is left out with --redact ---------------------------------------------------------------------------------------

# Words of the command line that say something about PCI, memory or passing devices through.
related='pci|pcie_|pciehp|pnp|acpi|noacpi|iommu|intel_iommu|amd_iommu|arm-smmu|iova|vfio|kvm|xen|mem=|memmap=|mem_|e820|efi=|add_efi|noefi|hugepage|default_huge|resource|reserve=|swiotlb|nomodeset|noapic|nolapic|nox2apic|intremap|irqpoll|vmd|thunderbolt|ppc_|disable_ddw|hpmem|hpio|hpbus'

filter_command_line() {
    if [ "$redact" = 0 ]; then
        cat
    else
        awk -v related="^($related)" '{
            line = ""
            for (i = 1; i <= NF; i++) {
                if ($i ~ related || $i ~ /^[a-z0-9_]*\.?(ids|disable_idle_d3|disable_vga)=/) line = line (line == "" ? "" : " ") $i
            }
            print line
        }'
    fi
}

# Takes serial numbers, MAC addresses, UUIDs and the words of the command line out of any text.
filter_text() {
    if [ "$redact" = 0 ]; then
        cat
    else
        host=$(uname -n)
        # shellcheck disable=SC2016
        awk -v related="^($related)" -v host="$host" '
            function keep_related(text,    words, n, i, line) {
                n = split(text, words, " ")
                line = ""
                for (i = 1; i <= n; i++) if (words[i] ~ related) line = line " " words[i]
                return line
            }
            # Takes pattern out of the line wherever neither a hexadecimal digit nor a colon stands beside it.
            function mask(pattern, instead,    rest, done, before, after) {
                rest = $0
                done = ""
                while (match(rest, pattern)) {
                    before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : ""
                    after = substr(rest, RSTART + RLENGTH, 1)
                    if (before ~ /[0-9a-fA-F:]/ || after ~ /[0-9a-fA-F:]/) done = done substr(rest, 1, RSTART + RLENGTH - 1)
                    else done = done substr(rest, 1, RSTART - 1) instead
                    rest = substr(rest, RSTART + RLENGTH)
                }
                $0 = done rest
            }
            BEGIN {
                h = "[0-9a-fA-F]"
                hh = h h
                h4 = hh hh
                mac = hh ":" hh ":" hh ":" hh ":" hh ":" hh
                eui = hh "-" hh "-" hh "-" hh "-" hh "-" hh "-" hh "-" hh
                uuid = h4 h4 "-" h4 "-" h4 "-" h4 "-" h4 h4 h4
            }
            {
                if (match($0, /[Cc]ommand line( parameters)?:/)) {
                    at = RSTART + RLENGTH - 1
                    $0 = substr($0, 1, at) keep_related(substr($0, at + 1))
                }
                mask(mac, "00:00:00:00:00:00")
                mask(eui, "00-00-00-00-00-00-00-00")
                mask(uuid, "00000000-0000-0000-0000-000000000000")
                if (match($0, /([Ss]erial [Nn]umber|SerialNumber|\[SN\][^:]*|[Ss]erial#|[Ss]erial [Nn]o\.?):? */) \
                        && $0 !~ /Capabilities:/ && $0 !~ /SerialNumber=[0-9]/) {
                    $0 = substr($0, 1, RSTART + RLENGTH - 1) "(left out)"
                }
                if (host != "" && host != "localhost") {
                    while ((at = index($0, " " host " ")) > 0) {
                        $0 = substr($0, 1, at) "host" substr($0, at + 1 + length(host))
                    }
                    sub(/Set hostname to <[^>]*>/, "Set hostname to <host>")
                }
                print
            }'
    fi
}

# Zeroes the serial number of the Device Serial Number capability (id 3) in a copy of a configuration space.
blank_serial_number() {
    offset=$(od -An -v -tu1 "$1" | awk '
        { for (i = 1; i <= NF; i++) byte[n++] = $i }
        END {
            at = 256
            for (steps = 0; at >= 256 && at + 12 <= n && steps < 480; steps++) {
                if (byte[at] + 256 * (byte[at + 1] % 16) == 3) { print at + 4; exit }
                at = int(byte[at + 2] / 16) + 16 * byte[at + 3]
            }
        }')
    if [ -n "$offset" ]; then
        chmod u+w "$1"
        dd if=/dev/zero of="$1" bs=1 seek="$offset" count=8 conv=notrunc 2>/dev/null
    fi
}

# ---- where it goes --------------------------------------------------------------------------------------------------------

host=$(uname -n)
[ "$redact" = 0 ] || host=host
name=pcitopo-$host-$(date -u +%Y%m%dT%H%M%SZ)

if [ -n "$directory" ]; then
    [ ! -e "$directory" ] || fail "$directory exists already; give another name"
    work=$directory
    mkdir -p "$work" || fail "cannot make the folder $work"
else
    if [ -z "$output" ]; then
        if have gzip; then output=$name.tar.gz; else output=$name.tar; fi
    fi
    [ "$output" = - ] || [ ! -e "$output" ] || fail "$output exists already; give another name with -o"
    have tar || fail "there is no tar; write the files into a folder with --directory"
    temporary=$(mktemp -d "${TMPDIR:-/tmp}/pcitopo.XXXXXX") || fail "cannot make a temporary folder in ${TMPDIR:-/tmp}"
    trap 'rm -rf "$temporary"' EXIT
    trap 'exit 130' HUP INT TERM
    work=$temporary/$name
    mkdir "$work" || fail "cannot write to $temporary"
fi

# ---- the kernel's log -----------------------------------------------------------------------------------------------------

# The log from the start of the boot: the ring buffer where it still reaches back so far, else the journal, else a log file.
kernel_log() {
    log=$work/dmesg.all
    : > "$log"
    for reader in 'dmesg' 'journalctl -k -b --no-pager --no-hostname -o short-monotonic' \
        'journalctl -k -b --no-pager -o short-monotonic' "cat $root/var/log/dmesg" "cat $root/var/log/boot.msg"; do
        if [ -n "$root" ]; then
            case $reader in cat*) ;; *) continue ;; esac
        fi
        if have "${reader%% *}" && $reader > "$work/dmesg.try" 2>/dev/null && [ -s "$work/dmesg.try" ]; then
            if grep -q 'Linux version' "$work/dmesg.try"; then
                mv "$work/dmesg.try" "$log"
                break
            fi
            [ -s "$log" ] || mv "$work/dmesg.try" "$log"
        fi
    done
    rm -f "$work/dmesg.try"
    if [ -s "$log" ]; then
        filter_text < "$log" > "$work/dmesg.txt"
        grep -q 'Linux version' "$log" || note "the kernel log does not reach back to the start of the boot"
    else
        note "the kernel log cannot be read; run this as root"
    fi
    rm -f "$log"
}
kernel_log

# ---- lspci and /proc ------------------------------------------------------------------------------------------------------

if [ -z "$root" ]; then
    for directory_of_tools in /sbin /usr/sbin /usr/local/sbin; do
        case :$PATH: in *:$directory_of_tools:*) ;; *) PATH=$PATH:$directory_of_tools ;; esac
    done
    if have lspci; then
        if [ "$redact" = 1 ]; then
            lspci -vvv -D -nn 2>/dev/null | filter_text > "$work/lspci.txt"
        else
            lspci -vvv -xxxx -D -nn > "$work/lspci.txt" 2>/dev/null
        fi
    fi
fi

copy_text() {
    if [ -r "$root$1" ] && cat "$root$1" > "$work/$2.all" 2>/dev/null; then
        $3 < "$work/$2.all" > "$work/$2"
    else
        note "$1 cannot be read"
    fi
    rm -f "$work/$2.all"
}

copy_text /proc/iomem iomem.txt filter_text
copy_text /proc/ioports ioports.txt filter_text
copy_text /proc/cmdline cmdline.txt filter_command_line
if [ -s "$work/iomem.txt" ] && ! grep -q '[1-9a-f][0-9a-f]* *:' "$work/iomem.txt"; then
    note "/proc/iomem shows only zeros; run this as root to see addresses"
fi

# ---- sysfs ----------------------------------------------------------------------------------------------------------------

short_config=0
for source in "$root"/sys/bus/pci/devices/*; do
    [ -d "$source" ] || continue
    target=$work/sysfs/bus/pci/devices/${source##*/}
    mkdir -p "$target"
    for file in vendor device subsystem_vendor subsystem_device class revision resource enable numa_node \
        sriov_totalvfs sriov_numvfs sriov_offset sriov_stride sriov_vf_device boot_vga secondary_bus_number \
        subordinate_bus_number current_link_speed resource0_resize resource1_resize resource2_resize resource3_resize \
        resource4_resize resource5_resize; do
        if [ -f "$source/$file" ]; then
            cat "$source/$file" > "$target/$file" 2>/dev/null || rm -f "$target/$file"
        fi
    done
    if cat "$source/config" > "$target/config" 2>/dev/null; then
        size=$(wc -c < "$target/config")
        [ "$size" -gt 64 ] || short_config=$((short_config + 1))
        [ "$redact" = 0 ] || blank_serial_number "$target/config"
    else
        rm -f "$target/config"
    fi
    # Links as the kernel makes them: the driver, and for a virtual function its physical one.
    for link in driver physfn iommu_group; do
        if [ -L "$source/$link" ]; then
            case $link in
                driver) ln -s "../../drivers/$(basename "$(readlink "$source/$link")")" "$target/driver" ;;
                physfn) ln -s "../$(basename "$(readlink "$source/$link")")" "$target/physfn" ;;
                iommu_group)
                    group=$(basename "$(readlink "$source/$link")")
                    mkdir -p "$work/sysfs/kernel/iommu_groups/$group/devices"
                    ln -s "../../../../bus/pci/devices/${source##*/}" \
                        "$work/sysfs/kernel/iommu_groups/$group/devices/${source##*/}"
                    ln -s "../../../../kernel/iommu_groups/$group" "$target/iommu_group"
                    ;;
            esac
        fi
    done
done
[ -d "$work/sysfs" ] || note "there are no PCI devices in $root/sys/bus/pci/devices"
[ "$short_config" = 0 ] || note "the configuration space of $short_config functions is cut at 64 bytes; run this as root to see all"

# ---- what else decides ----------------------------------------------------------------------------------------------------

json_text() {
    printf '%s' "$1" | tr '\n\t' '  ' | sed 's/\\/\\\\/g; s/"/\\"/g'
}

# What the running kernel says of itself, which is nothing about another root.
if [ -z "$root" ]; then
    page_size=$(getconf PAGESIZE 2>/dev/null || getconf PAGE_SIZE 2>/dev/null || true)
    if [ -z "$page_size" ]; then
        # The size of a page in the first mapping that says it, in KiB.
        page_size=$(sed -n 's/^KernelPageSize: *\([0-9]*\) kB/\1/p' /proc/self/smaps 2>/dev/null | head -n 1)
        [ -z "$page_size" ] || page_size=$((page_size * 1024))
    fi
    {
        printf '{\n "arch": "%s",\n' "$(json_text "$(uname -m)")"
        printf ' "kernel": "%s",\n' "$(json_text "$(uname -r)")"
        printf ' "kernelVersion": "%s",\n' "$(json_text "$(uname -v)")"
        [ -z "$page_size" ] || printf ' "pageSize": %s,\n' "$page_size"
        printf ' "commandLine": "%s"\n}\n' "$(json_text "$(cat "$work/cmdline.txt" 2>/dev/null)")"
    } > "$work/meta.json"
fi

# ---- pack -----------------------------------------------------------------------------------------------------------------

if [ -z "$directory" ]; then
    case $output in
        -) (cd "$temporary" && tar cf - "$name") | if have gzip; then gzip -c; else cat; fi ;;
        *.tar) (cd "$temporary" && tar cf - "$name") > "$output" ;;
        *) (cd "$temporary" && tar cf - "$name") | gzip -c > "$output" ;;
    esac || fail "cannot write $output"
    [ "$output" = - ] || printf '%s\n' "$output"
fi
exit 0
