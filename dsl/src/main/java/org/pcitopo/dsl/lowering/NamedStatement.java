package org.pcitopo.dsl.lowering;

import org.pcitopo.dsl.model.Statement;

/**
 * A statement and what it is about.
 *
 * @param key what it is about
 * @param statement the statement
 */
record NamedStatement<K>(K key, Statement statement) {
}
