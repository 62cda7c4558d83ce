/** An arm64 server with four drives that share a page of 64K. */
export const DRIVES = 'arm64-64k-nvme.pcitopo';

/** A POWER9 host whose command line makes things worse. */
export const WORSE = 'power9-default-alignment.pcitopo';

/** DRIVES, with the second drive written out; its problem is not shown, so that a hover shows the BAR alone. */
export const WRITTEN_OUT = text => text.replace('device 05.0 nvme1 : samsung-pm981 passthrough',
    `device 05.0 nvme1 passthrough {
            id 144d:a808
            // ignore PCI301: a hover begins with the problem, and this one shall show the BAR
            BAR 0 [mem size 16K 64bit]
        }`);
