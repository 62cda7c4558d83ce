/**
 * Reads what a bundle adds to the sources that people know: {@code meta.json}, {@code cmdline.txt} and, for a comparison,
 * {@code vfio.json}. How a recording was made ({@code qemu}, {@code topology}, {@code seed}, {@code paths}, {@code paramKind})
 * is never read.
 */
package org.pcitopo.capture.bundle;
