package org.investmentpipeline.security.sso;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of a token. Unknown roles are ignored; malformed claims are refused
 * (401), with the name of the claim.
 */
final class Claims {
    /** The audit trail has room for 64 characters, with the prefix. */
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,57}");

    /** The limit of OpenID Connect. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final int MOST_ZONES = 100;

    private final SsoSettings settings;

    Claims(SsoSettings settings) {
        this.settings = settings;
    }

    /** The identity asserted by a valid token. */
    SsoIdentity person(String token, Map<String, Object> claims) {
        var roles = roles(texts(claims, settings.rolesClaim()));
        var end = (Number) Objects.requireNonNull(claims.get("exp"), "the issuer sees to it");
        var session = claims.get("sid") instanceof String given ? Hash.of(given) : Hash.of(token);
        return new SsoIdentity(
                SsoIdentity.PREFIX
                        + text(claims, settings.usernameClaim(), USERNAME, "1 to 57 characters without spaces"),
                text(claims, "sub", SUBJECT, "1 to 255 visible ASCII characters"),
                session,
                roles,
                zones(claims, roles),
                Instant.ofEpochSecond(end.longValue()));
    }

    private List<Role> roles(List<String> claimed) {
        return Arrays.stream(Role.values())
                .filter(role -> settings.roles().getOrDefault(role, Set.of()).stream()
                        .anyMatch(name -> claimed.contains(name.strip())))
                .toList();
    }

    /** Only roles for projects are limited to zones: administrators and auditors work for the whole bureau. */
    private @Nullable Set<String> zones(Map<String, Object> claims, List<Role> roles) {
        if (settings.zonesClaim().isEmpty() || roles.stream().allMatch(Role::isOfTheWholeBureau)) {
            return null;
        }
        var claim = settings.zonesClaim().get();
        var zones = new HashSet<>(texts(claims, claim));
        if (zones.size() > MOST_ZONES) {
            throw refused(claim, "names more than %d zones", "超过 %d 个片区", MOST_ZONES);
        }
        return Set.copyOf(zones);
    }

    private static String text(Map<String, Object> claims, String path, Pattern form, String expected) {
        if (find(claims, path) instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        throw refused(path, "is missing or invalid; expected %s", "缺少或无法使用；应为 %s", expected);
    }

    /** A list of texts; a single text is a list of one, and a missing claim an empty list. */
    private static List<String> texts(Map<String, Object> claims, String path) {
        var found = find(claims, path);
        if (found == null) {
            return List.of();
        }
        if (found instanceof String text) {
            return List.of(text);
        }
        if (found instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw refused(path, "expected a list of texts", "应为文本列表");
    }

    /** The claim of that name, which may contain slashes, or else the value at that path. */
    private static @Nullable Object find(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        @Nullable Object found = claims;
        for (var name : path.split("/", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    private static Problem refused(String claim, String en, String zh, Object... arguments) {
        return Problem.of(ProblemType.UNAUTHENTICATED, List.of(Violation.of(claim, en, zh, arguments)));
    }
}
