// In the page: plays to the end while tokens and licences end and are renewed, or until it is told to stop.
const RETRIES = { maxAttempts: 3, baseDelay: 200, timeout: 10_000 };
const BUFFER_SECONDS = 8;
const film = document.getElementById('video');
const mediaSessions = new Map();
let token = '';

const generateRequest = MediaKeySession.prototype.generateRequest;
MediaKeySession.prototype.generateRequest = function (...args) {
  this.addEventListener('message', (it) => mediaSessions.set(this, it.message));
  return generateRequest.apply(this, args);
};

const fresh = (url) => url.replace(/\/URISigningPackage=[^/]+/, `/URISigningPackage=${token}`);
const bearer = (task) => ({ Authorization: `Bearer ${task.token}` });
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const LASTING = {
  // It clones absolute addresses alone, so the page tells each request its host, and the next one where that failed.
  async shaka(task, failed) {
    const hosts = task.steered ? await pathways(task.manifest) : [''];
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(film);
    const { RequestType } = shaka.net.NetworkingEngine;
    player.getNetworkingEngine().registerRequestFilter((type, request) => {
      if (type === RequestType.LICENSE) return void Object.assign(request.headers, bearer(task));
      if (request.attempt > 0 && request.uris[0].includes(hosts[0])) hosts.push(hosts.shift());
      request.uris = [at(fresh(request.uris[0]), hosts[0])];
    });
    player.configure({
      drm: { servers: task.licence ? { 'org.w3.clearkey': task.licence } : {} },
      streaming: { bufferingGoal: BUFFER_SECONDS, rebufferingGoal: 1, retryParameters: RETRIES },
    });
    player.addEventListener('error', (it) => failed(`shaka ${it.detail.code} ${JSON.stringify(it.detail.data)}`));
    await player.load(task.manifest, null, task.manifest.endsWith('.mpd') ? 'application/dash+xml' : 'application/x-mpegurl');
    return () => player.destroy();
  },
  // Ours: told its title alone, it keeps its token and finds its hosts by itself.
  async streamverse(task, failed) {
    const { Player } = await import(`${task.host}/player/streamverse-player.js`);
    const player = new Player(film, { host: task.host, tokens: task.token });
    player.on('error', (it) => it.fatal && failed(`streamverse ${it.code} ${it.cause}`));
    await player.load({ titleId: task.titleId });
    return () => player.destroy();
  },
  async hls(task, failed) {
    const policy = structuredClone(Hls.DefaultConfig.fragLoadPolicy);
    policy.default.errorRetry = { maxNumRetry: 1, retryDelayMs: 200, maxRetryDelayMs: 400 };
    const hls = new Hls({
      maxBufferLength: BUFFER_SECONDS,
      maxMaxBufferLength: BUFFER_SECONDS,
      fragLoadPolicy: policy,
      xhrSetup: (xhr, url) => xhr.open('GET', fresh(url), true),
      emeEnabled: Boolean(task.licence),
      drmSystems: task.licence ? { 'org.w3.clearkey': { licenseUrl: task.licence } } : {},
      licenseXhrSetup: (xhr, url) => {
        xhr.open('POST', url, true);
        Object.entries(bearer(task)).forEach(([name, value]) => xhr.setRequestHeader(name, value));
      },
    });
    hls.on(Hls.Events.ERROR, (_, it) => (it.fatal ? failed(`hls ${it.details} ${it.error}`) : console.log(`hls ${it.details}`)));
    hls.loadSource(task.manifest);
    hls.attachMedia(film);
    return () => hls.destroy();
  },
  // It takes the address of the steering document as one of the page's, and a clone for one on the usual port.
  async dash(task, failed) {
    const player = dashjs.MediaPlayer().create();
    player.updateSettings({
      streaming: {
        buffer: { bufferTimeDefault: BUFFER_SECONDS, bufferTimeAtTopQuality: BUFFER_SECONDS, bufferTimeAtTopQualityLongForm: BUFFER_SECONDS },
        retryAttempts: { MediaSegment: 1 },
        retryIntervals: { MediaSegment: 200 },
      },
    });
    // What one host does not have it asks the next one for, and tells of it all the same.
    const { DOWNLOAD_ERROR_ID_CONTENT_CODE } = dashjs.MediaPlayer.errors;
    player.on(dashjs.MediaPlayer.events.ERROR, ({ error }) => {
      const told = `dash ${error.code} ${error.message}`;
      return error.code === DOWNLOAD_ERROR_ID_CONTENT_CODE ? console.log(told) : failed(told);
    });
    // A film that is told to play before that is never steered.
    const ready = new Promise((resolve) => player.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, resolve));
    player.initialize(film, task.manifest, false);
    player.addRequestInterceptor((request) => {
      const address = new URL(request.url, task.manifest);
      address.port = new URL(task.manifest).port;
      request.url = fresh(address.href);
      return Promise.resolve(request);
    });
    await ready;
    return () => player.destroy();
  },
};

async function pathways(manifest) {
  const steering = await (await fetch(new URL('steering.json', manifest))).json();
  const hostOf = (id) => steering['PATHWAY-CLONES'].find((it) => it.ID === id)?.['URI-REPLACEMENT'].HOST;
  return steering['PATHWAY-PRIORITY'].map((id) => hostOf(id) ?? new URL(manifest).hostname);
}

function at(url, host) {
  if (!host || !url.startsWith('http')) return url;
  const moved = new URL(url);
  moved.hostname = host;
  return moved.href;
}

window.last = async (task) => {
  const seen = { stalls: [], renewals: 0, licences: 0 };
  const stop = {};
  const over = new Promise((resolve) => (stop.with = resolve));
  token = task.manifest?.match(/URISigningPackage=([^/]+)/)[1];
  const refused = async (answer) => stop.with({ code: (await answer.json()).code, refusedAt: performance.now() });

  const renew = async (after) => {
    for (;;) {
      await pause(after);
      const answer = await fetch(task.renewal, { method: 'POST', headers: bearer(task) });
      if (!answer.ok) return refused(answer);
      ({ token, renewAfterSeconds: after } = await answer.json());
      seen.renewals++;
    }
  };
  const licence = async () => {
    for (;;) {
      await pause(task.licenceSeconds);
      for (const [session, challenge] of mediaSessions) {
        const answer = await fetch(task.licence, { method: 'POST', headers: bearer(task), body: challenge });
        if (!answer.ok) return refused(answer);
        await session.update(await answer.arrayBuffer());
        seen.licences++;
      }
    }
  };

  const failed = (error) => stop.with({ error });
  film.addEventListener('waiting', () => film.played.length && film.currentTime < film.duration - 1 && seen.stalls.push(film.currentTime));
  film.addEventListener('ended', () => stop.with({ ended: true }));
  film.addEventListener('error', () => failed(film.error.message));
  const loading = LASTING[task.player](task, failed).catch((it) => failed(`load ${it.code ?? it}`));
  const destroy = await Promise.race([loading, over.then(() => undefined)]);
  if (task.renewal) renew(task.renewAfterSeconds).catch(failed);
  if (task.licence) licence().catch(failed);
  film.play().catch((it) => console.log(`play: ${it}`));
  const end = await Promise.race([over, pause(90).then(() => ({ error: 'it never ended' }))]);
  const currentTime = film.currentTime;
  await destroy?.();
  return { ...seen, ...end, currentTime, lastToken: token };
};
