package org.investmentpipeline.security.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.investmentpipeline.input.Hash;

/**
 * The account and the network of a sign-in, as they are stored. Names only as SHA-256: a password typed as a name is not kept.
 *
 * @param pair hash of account and address together
 * @param address an IPv4 address, or the /64 of an IPv6 address: one client has all addresses of that network
 */
record LoginSource(String account, String pair, String address) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int NETWORK_BYTES = 8;

    static LoginSource of(String username, String remote) {
        var address = network(remote);
        return new LoginSource(Hash.of(username), Hash.of(List.of(username, address)), address);
    }

    private static String network(String remote) {
        var address = remote.indexOf(':') < 0 ? remote : sixtyFour(remote);
        return address.length() <= LONGEST_ADDRESS ? address : Hash.of(address);
    }

    /** A prefix with a colon, which no user name contains. */
    private static String sixtyFour(String remote) {
        try {
            var bytes = InetAddress.getByName(remote).getAddress();
            if (bytes.length == NETWORK_BYTES * 2) {
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            }
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return remote;
        }
    }
}
