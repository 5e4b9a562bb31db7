package io.streamverse.server.cpix;

import java.util.Map;

final class Namespaces {
    static final String CPIX = "urn:dashif:org:cpix";
    static final String PSKC = "urn:ietf:params:xml:ns:keyprov:pskc";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String ENC = "http://www.w3.org/2001/04/xmlenc#";

    static final String AES_256_CBC = ENC + "aes256-cbc";
    static final String RSA_OAEP = ENC + "rsa-oaep-mgf1p";
    static final String HMAC_SHA_512 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512";

    private static final Map<String, String> PREFIXES = Map.of(CPIX, "cpix", PSKC, "pskc", DS, "ds", ENC, "enc");

    private Namespaces() {}

    static boolean include(String namespace) {
        return PREFIXES.containsKey(namespace);
    }

    static String prefix(String namespace) {
        return String.valueOf(PREFIXES.get(namespace));
    }
}
