package io.streamverse.server.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Where a viewer is on the internet, as far as an address tells: one of IPv4, or of IPv6 the 64 bits that a household
/// shares and its devices change below.
public record Network(InetAddress first, int bits) {
    private static final int IPV4 = 32;
    private static final int IPV6 = 64;

    static Network of(InetAddress address) {
        if (address instanceof Inet4Address) {
            return new Network(address, IPV4);
        }
        var bytes = Arrays.copyOf(Arrays.copyOf(address.getAddress(), IPV6 / Byte.SIZE), address.getAddress().length);
        return new Network(of(bytes), IPV6);
    }

    /// An address and nothing else: no name, no port, and none of the short forms that IPv4 once had.
    static Optional<Network> find(String literal) {
        try {
            var address = of(InetAddress.ofLiteral(literal).getAddress());
            boolean isWhole =
                    literal.indexOf(':') >= 0 || address.getHostAddress().equals(literal);
            return isWhole ? Optional.of(of(address)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As RFC 9246 writes it.
    static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    public String cidr() {
        return first.getHostAddress() + "/" + bits;
    }

    /// Without the zone that a socket's address may have.
    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }
}
