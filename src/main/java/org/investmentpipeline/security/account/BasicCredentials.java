package org.investmentpipeline.security.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.investmentpipeline.security.user.User;
import org.jspecify.annotations.Nullable;

/** Name and password of HTTP Basic authentication (RFC 7617), in UTF-8. */
record BasicCredentials(String username, String password) {
    private static final String SCHEME = "basic ";
    /** The limit: a name of 64 and a password of 128 characters of four bytes each, in Base64. */
    private static final int LONGEST = 1_100;

    /** Empty when the header is not HTTP Basic, or the name cannot be that of a user. */
    static Optional<BasicCredentials> read(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var colon = text.indexOf(':');
            return colon < 0 || !User.isName(text.substring(0, colon))
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
