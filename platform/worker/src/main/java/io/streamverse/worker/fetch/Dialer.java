package io.streamverse.worker.fetch;

import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects to a host by an address that was looked at first. The name is looked up once for each connection, and what
/// came of that is what is connected to: a name that changes its mind meanwhile changes nothing.
final class Dialer {
    private final FetchConfig config;
    private final Names names;

    /// Looks up a host.
    interface Names {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    Dialer(FetchConfig config, Names names) {
        this.config = config;
        this.names = names;
    }

    Socket connect(Target target) throws WorkFailure, IOException {
        var addresses = names.addresses(bare(target.host())).stream()
                .filter(it -> config.privateHosts().contains(target.host()) || PublicAddresses.include(it))
                .toList();
        if (addresses.isEmpty()) {
            throw FetchFailure.address("its host %s is not on the public internet.".formatted(target.host()));
        }
        return connectToAny(addresses, target.port());
    }

    private Socket connectToAny(List<InetAddress> addresses, int port) throws IOException {
        var failure = new IOException("No address");
        for (var address : addresses) {
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), (int)
                        config.connect().toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /// The certificate must be the name's, not the address's.
    static Socket secured(Socket socket, Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, bare(target.host()), target.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
