// Is the token in the address (RFC 9246) good for it? Answers the path without it, or nothing. `keys` is what
// GET /internal/delivery/keys of the origin answers.
import crypto from 'crypto';

const ADDRESS =
  /^\/URISigningPackage=([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)(\/m(?:\/[A-Za-z0-9][A-Za-z0-9._-]*){5})(\?.*)?$/;
const LONGEST = 6000;
// A token that says more, such as where its viewer must be, is for somebody who understands it.
const CLAIMS = ['iss', 'sub', 'exp', 'cdniuc'];

function media(r) {
  const address = r.variables.request_uri;
  const parts = address.length <= LONGEST && ADDRESS.exec(address);
  return parts && holds(parts[1], parts[2], parts[3], parts[4]) ? parts[4] : '';
}

function holds(head, body, signature, path) {
  try {
    const header = decode(head);
    const claims = decode(body);
    const key = header.alg === 'HS256' && named(claims.iss, header.kid);
    if (!key || !same(signature, sign(key, `${head}.${body}`))) {
      return false;
    }
    if (!Object.keys(claims).every((it) => CLAIMS.includes(it))) {
      return false;
    }
    return typeof claims.exp === 'number' && claims.exp > Date.now() / 1000 && covers(claims.cdniuc, path);
  } catch (e) {
    return false;
  }
}

// A preloaded array has no methods.
function named(issuer, kid) {
  const known = keys[issuer].keys;
  for (let i = 0; i < known.length; i++) {
    if (known[i].kid === kid) {
      return known[i];
    }
  }
  return null;
}

function covers(claim, path) {
  return claim.startsWith('regex:') && new RegExp('^(?:' + claim.substring(6) + ')').test('https://edge' + path);
}

function sign(key, text) {
  return crypto.createHmac('sha256', Buffer.from(key.k, 'base64url')).update(text).digest('base64url');
}

function decode(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

function same(given, wanted) {
  if (given.length !== wanted.length) {
    return false;
  }
  let different = 0;
  for (let i = 0; i < given.length; i++) {
    different |= given.charCodeAt(i) ^ wanted.charCodeAt(i);
  }
  return different === 0;
}

export default { media };
