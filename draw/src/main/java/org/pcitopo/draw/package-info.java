/**
 * Pictures of simulations: the tree of functions and the address map to scale, as one page that a browser shows without network
 * ({@link org.pcitopo.draw.Drawing#html}) or as one still picture ({@link org.pcitopo.draw.Drawing#svg}). Where things stand is worked
 * out here; the page's script only scales.
 */
package org.pcitopo.draw;
