package io.streamverse.worker.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// The addresses that anybody's server may have: those that IANA's registries of special purposes leave.
final class PublicAddresses {
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Teredo and 6to4 carry IPv4 addresses inside.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    /// All else of IPv6 is loopback, local, mapped, translated, multicast or not given out.
    private static final Network GLOBAL = Network.of("2000::/3");

    private record Network(InetAddress prefix, int bits) {
        static Network of(String text) {
            var parts = text.split("/");
            return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            var network = prefix.getAddress();
            if (address.length != network.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        var bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL.holds(bytes))
                && SPECIAL.stream().noneMatch(it -> it.holds(bytes));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
