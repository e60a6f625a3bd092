package org.investmentpipeline.http;

import io.vertx.core.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The IP address of a client, as a text: of the connection, or from the forwarding header of a trusted proxy. */
public final class RemoteAddress {
    /** Used for all clients for which a proxy forwards no valid address. */
    private static final String UNKNOWN = "unknown";

    /** As RFC 7239 writes IPv6 addresses with a port. */
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](:[0-9]{1,5})?");

    private RemoteAddress() {}

    /** The address of a peer; {@code unknown} when there is none, or when a forwarding header has something else instead. */
    public static String of(@Nullable SocketAddress peer) {
        if (peer == null) {
            return UNKNOWN;
        }
        @Nullable String address = peer.hostAddress();
        if (address != null) {
            return address;
        }
        @Nullable String host = peer.host();
        var bracketed = BRACKETED.matcher(host == null ? "" : host);
        return bracketed.matches() ? bracketed.group(1) : UNKNOWN;
    }
}
