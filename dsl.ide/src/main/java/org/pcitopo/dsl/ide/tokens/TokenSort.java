package org.pcitopo.dsl.ide.tokens;

import java.util.Arrays;
import java.util.List;

/** The sorts of tokens; the protocol numbers them in this order. */
enum TokenSort {
    KEYWORD("keyword"), COMMENT("comment"), STRING("string"), NUMBER("number"), OPERATOR("operator"),
    /** Platforms. */
    NAMESPACE("namespace"),
    /** Device types. */
    TYPE("type"),
    /** Machines. */
    CLASS("class"),
    /** Devices and bridges. */
    VARIABLE("variable"),
    /** Boots. */
    EVENT("event"),
    /** Ids. */
    ENUM_MEMBER("enumMember"),
    /** Parameters of the kernel. */
    PROPERTY("property"),
    /** Options of {@code pci=}. */
    FUNCTION("function"),
    /** Words with a fixed meaning, such as machines and reasons. */
    MACRO("macro");

    private final String protocolName;

    TokenSort(String protocolName) {
        this.protocolName = protocolName;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(sort -> sort.protocolName).toList();
    }
}
