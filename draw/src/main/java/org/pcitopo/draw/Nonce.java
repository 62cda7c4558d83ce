package org.pcitopo.draw;

import java.util.Optional;
import java.util.regex.Pattern;

/** A word that nobody can guess, by which a browser knows the script of a page (Content Security Policy level 3, 8.2). */
public record Nonce(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/_-]{1,200}={0,2}");

    /** @throws IllegalArgumentException where {@code text} is no nonce */
    public Nonce {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a nonce");
        }
    }

    /** Empty where {@code text} cannot be one. */
    public static Optional<Nonce> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Nonce(text)) : Optional.empty();
    }
}
