package org.pcitopo.dsl.literals;

import com.google.inject.Singleton;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What a token stands for in the model. Literals stay the text that was written, so that nothing is lost; a value that no
 * register can hold is reported here, at the literal.
 */
@Singleton
public final class PcitopoValueConverters extends AbstractDeclarativeValueConverterService {

    @ValueConverter(rule = "STRING")
    public IValueConverter<String> string() {
        return new Converter<>(text -> QuotedText.parse(text).value(), QuotedText::write);
    }

    /** A word or a string: quotes are needed only around what is no word. */
    @ValueConverter(rule = "TextOrString")
    public IValueConverter<String> textOrString() {
        return new Converter<>(text -> isQuoted(text) ? QuotedText.parse(text).value() : text,
                value -> value.matches("[A-Za-z_][A-Za-z0-9_-]*") ? value : QuotedText.write(value));
    }

    @ValueConverter(rule = "E820Type")
    public IValueConverter<String> e820Type() {
        return new Converter<>(text -> isQuoted(text) ? QuotedText.parse(text).value() : text.replaceAll("\\s+", " "),
                value -> value.matches("usable|reserved|ACPI data|ACPI NVS|[A-Za-z_][A-Za-z0-9_-]*") ? value
                        : QuotedText.write(value));
    }

    @ValueConverter(rule = "Name")
    public IValueConverter<String> name() {
        return new Converter<>(text -> text.startsWith("^") ? text.substring(1) : text, UnaryOperator.identity());
    }

    @ValueConverter(rule = "Count")
    public IValueConverter<Integer> count() {
        return new Converter<>(PcitopoValueConverters::parseCount, String::valueOf);
    }

    @ValueConverter(rule = "SizeText")
    public IValueConverter<String> size() {
        return checked(text -> Literals.size(text).isPresent(), "does not fit into 64 bits");
    }

    @ValueConverter(rule = "HEX")
    public IValueConverter<String> hex() {
        return checked(text -> Literals.size(text).isPresent(), "does not fit into 64 bits");
    }

    @ValueConverter(rule = "BusText")
    public IValueConverter<String> bus() {
        return checked(text -> Literals.bus(text).isPresent(), "is no bus number: write two hexadecimal digits, 00 to ff");
    }

    private static int parseCount(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException tooLarge) {
            throw new ValueConverterException(text + " is too large", null, tooLarge);
        }
    }

    private static boolean isQuoted(String text) {
        return text.startsWith("\"") || text.startsWith("'");
    }

    private static IValueConverter<String> checked(java.util.function.Predicate<String> valid, String problem) {
        return new Converter<>(text -> {
            if (!valid.test(text)) {
                throw new ValueConverterException(text + " " + problem, null, null);
            }
            return text;
        }, UnaryOperator.identity());
    }

    private record Converter<T>(Function<String, T> reader, Function<T, String> writer) implements IValueConverter<T> {

        @Override
        public T toValue(String text, INode node) {
            if (text == null) {
                return null; // the parser asks for the value of a token that is missing
            }
            try {
                return reader.apply(text);
            } catch (ValueConverterException problem) {
                throw new ValueConverterException(problem.getMessage(), node, null);
            }
        }

        @Override
        public String toString(T value) {
            return writer.apply(value);
        }
    }
}
