// In the page: plays, seeks, switches tracks, and tells what came on the screen. Nothing is awaited for ever.
const video = document.getElementById('video');
let frames = 0;
let mediaTime = 0;
const count = (_, frame) => {
  frames++;
  mediaTime = frame.mediaTime;
  video.requestVideoFrameCallback(count);
};
video.requestVideoFrameCallback(count);

const PATIENCE = 40_000;

async function until(what, condition) {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (video.error) throw new Error(`${what}: the video failed: ${video.error.message}`);
    if (performance.now() > end) {
      throw new Error(`${what}: not after ${PATIENCE} ms, at ${video.currentTime}, ${frames} frames, ready ${video.readyState}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const within = (what, promise) =>
  Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${what}: not after ${PATIENCE} ms`)), PATIENCE)),
  ]);

const PLAYERS = {
  async shaka(task) {
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    player.getNetworkingEngine().registerRequestFilter((type, request) => {
      if (type === shaka.net.NetworkingEngine.RequestType.LICENSE) Object.assign(request.headers, task.headers ?? {});
    });
    // An init segment whose prefetch was aborted by a seek is never fetched again (5.2.12).
    const streaming = { segmentPrefetchLimit: 0 };
    player.configure({ drm: { clearKeys: task.clearKeys ?? {}, servers: task.servers ?? {} }, abr: { enabled: false }, streaming });
    const type = task.manifest.endsWith('.mpd') ? 'application/dash+xml' : 'application/x-mpegurl';
    await within('load', player.load(task.manifest, null, type).catch((it) => {
      throw new Error(`shaka ${it.code} ${JSON.stringify(it.data)}`);
    }));
    return {
      tracks: () => player.getVariantTracks().map((it) => `${it.height ?? 0}/${it.language}/${it.channelsCount}`),
      texts: () => player.getTextTracks().map((it) => `${it.language}/${it.label}`),
      images: () => (player.getImageTracks() ?? []).length,
      heard: () => player.getVariantTracks().find((it) => it.active)?.language,
      readAlong: () => player.selectTextTrack(player.getTextTracks()[0]),
      async other() {
        const tracks = player.getVariantTracks();
        const next = tracks.find((it) => !it.active && it.language === (task.language ?? it.language));
        if (next) player.selectVariantTrack(next, true);
        return next ? `${next.height ?? 0}/${next.audioId}` : 'none';
      },
    };
  },
  async hls(task) {
    const hls = new Hls({ emeEnabled: Boolean(task.servers), drmSystems: drmSystems(task.servers), licenseXhrSetup: withHeaders(task.headers) });
    const failed = new Promise((_, reject) =>
      hls.on(Hls.Events.ERROR, (_, it) => it.fatal && reject(new Error(`hls ${it.details} ${it.error}`))));
    const parsed = new Promise((resolve) => hls.on(Hls.Events.MANIFEST_PARSED, resolve));
    hls.loadSource(task.manifest);
    hls.attachMedia(video);
    await within('load', Promise.race([parsed, failed]));
    failed.catch((it) => console.log(String(it)));
    return {
      tracks: () => hls.levels.map((it) => `${it.height}/${it.audioCodec}`),
      texts: () => hls.subtitleTracks.map((it) => `${it.lang}/${it.name}`),
      images: () => 0,
      heard: () => hls.audioTracks[hls.audioTrack]?.lang,
      readAlong() {
        hls.subtitleDisplay = true;
        hls.subtitleTrack = 0;
      },
      async other() {
        if (task.language) {
          hls.audioTrack = hls.audioTracks.findIndex((it) => it.lang === task.language);
          return `audio ${hls.audioTrack}`;
        }
        const next = hls.levels.findIndex((it) => it.height !== video.videoHeight);
        if (next < 0) return 'none';
        // A short film would be over before the other level is there.
        video.currentTime = 0.5;
        await until('the beginning', () => !video.seeking);
        hls.currentLevel = next;
        video.play().catch((it) => console.log(`play: ${it}`));
        await until('the switch', () => video.videoHeight === hls.levels[next].height);
        return `level ${next}`;
      },
    };
  },
  async dash(task) {
    const player = dashjs.MediaPlayer().create();
    const failed = new Promise((_, reject) =>
      player.on(dashjs.MediaPlayer.events.ERROR, (it) => reject(new Error(`dash ${it.error.code} ${it.error.message}`))));
    const ready = new Promise((resolve) => player.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, resolve));
    player.initialize(video, task.manifest, false);
    if (task.servers) player.setProtectionData(protection(task.servers));
    await within('load', Promise.race([ready, failed]));
    failed.catch((it) => console.log(String(it)));
    return {
      tracks: () => player.getTracksFor('video').concat(player.getTracksFor('audio')).map((it) => `${it.type}/${it.lang}`),
      texts: () => player.getTracksFor('text').map((it) => `${it.lang}`),
      images: () => player.getTracksFor('image').length,
      heard: () => player.getCurrentTrackFor('audio')?.lang,
      readAlong() {
        player.enableText(true);
        player.setTextTrack(0);
      },
      async other() {
        const [now] = [player.getCurrentTrackFor('audio')];
        const other = player.getTracksFor('audio').find((it) => it.index !== now?.index);
        if (other) player.setCurrentTrack(other);
        return other ? `audio ${other.index}` : 'none';
      },
    };
  },
};

const withHeaders = (headers = {}) => (xhr, url) => {
  xhr.open('POST', url, true);
  Object.entries(headers).forEach(([name, value]) => xhr.setRequestHeader(name, value));
};
const protection = (servers) => Object.fromEntries(Object.entries(servers).map(([system, url]) => [system, { serverURL: url }]));
const drmSystems = (servers = {}) => Object.fromEntries(Object.entries(servers).map(([system, url]) => [system, { licenseUrl: url }]));

const caption = () => [...video.textTracks].filter((it) => it.mode !== 'disabled').flatMap((it) => [...(it.cues ?? [])])[0];

// `sound`: there are no pictures to count. `language` is switched to, `captions` are read.
window.watch = async (task) => {
  const began = performance.now();
  const shown = (count) => (task.sound ? video.currentTime > 0 : frames > count);
  const at = () => (task.sound ? video.currentTime : mediaTime);
  const player = await PLAYERS[task.player](task);
  video.play().catch((it) => console.log(`play: ${it}`));
  await until('a first frame', () => shown(0));
  const firstFrameMs = Math.round(performance.now() - began);
  await until('a second of film', () => video.currentTime > 1 && shown(10));
  const framesBefore = frames;
  video.currentTime = task.seekTo;
  await until('the seek', () => !video.seeking && at() >= task.seekTo - 0.2 && video.currentTime > task.seekTo + 0.2);
  const soughtTo = video.currentTime;
  // First: shaka-player (5.2.12) shows captions of an HLS playlist from the next segment of sound or picture on.
  if (task.captions) player.readAlong();
  const switchedTo = await player.other();
  const before = video.currentTime;
  const framesAtSwitch = frames;
  await until('film after the switch', () => video.ended || (video.currentTime > before + 0.5 && shown(framesAtSwitch + 3)));
  if (task.language) await until('the language', () => player.heard() === task.language);
  if (task.captions) await until('a caption', () => caption());
  return {
    firstFrameMs,
    frames,
    framesBefore,
    soughtTo,
    switchedTo,
    currentTime: video.currentTime,
    duration: video.duration,
    width: video.videoWidth,
    height: video.videoHeight,
    tracks: player.tracks(),
    texts: player.texts(),
    images: player.images(),
    heard: player.heard(),
    read: caption()?.text,
  };
};
