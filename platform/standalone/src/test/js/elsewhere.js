// A tenant's page on a host of its own: what its browser lets it do here.
window.visit = async ({ api, tenant, key, email }) => {
  const ask = async (method, path, token, body) => {
    const headers = { 'X-StreamVerse-Tenant': tenant };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    try {
      const answer = await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
      const text = await answer.text();
      return { status: answer.status, requestId: answer.headers.get('Request-Id'), ...(text && JSON.parse(text)) };
    } catch (failure) {
      return { closed: failure.name };
    }
  };
  const upload = () =>
    new Promise((resolve) => {
      const seen = {};
      new tus.Upload(new File(['not a film'], 'film.mp4', { type: 'video/mp4' }), {
        endpoint: `${api}/v1/uploads`,
        headers: { Authorization: `Bearer ${key}` },
        metadata: { filename: 'film.mp4' },
        retryDelays: null,
        onAfterResponse: (_, response) => (seen.asset = response.getHeader('StreamVerse-Asset') ?? seen.asset),
        onError: (failure) => resolve({ refused: JSON.parse(failure.originalResponse?.getBody() || '{}').code ?? String(failure) }),
        onSuccess: () => resolve(seen),
      }).start();
    });

  const registered = await ask('POST', '/viewer/v1/auth/register', null, { email, password: 'correct horse battery', name: 'Ada', locale: 'en' });
  return {
    registered,
    profile: await ask('POST', '/viewer/v1/profiles', registered.accessToken, { name: 'Kim' }),
    profiles: await ask('GET', '/viewer/v1/profiles', registered.accessToken),
    refused: await ask('GET', '/viewer/v1/profiles', 'nonsense'),
    keys: await ask('GET', '/.well-known/jwks.json'),
    branding: await ask('GET', '/v1/branding', key),
    operator: await ask('GET', '/operator/v1/tenants', key),
    uploaded: await upload(),
  };
};
