package org.investmentpipeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3|10.1.2.3",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]:4711|2001:db8::1",
                "[2001:db8::1]|2001:db8::1",
                "unknown|unknown",
                "_hidden|unknown",
                "1.2.3.4, unknown|unknown",
                "proxy.example|unknown",
            })
    void anAddressIsReadAsProxiesWriteIt(String forwarded, String address) {
        assertEquals(address, RemoteAddress.of(SocketAddress.inetSocketAddress(4711, forwarded)));
    }

    @Test
    void aPeerWithoutAnAddressIsUnknown() {
        assertEquals("unknown", RemoteAddress.of(null));
        assertEquals("unknown", RemoteAddress.of(SocketAddress.domainSocketAddress("/run/service.sock")));
    }
}
