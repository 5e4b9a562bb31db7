// node upload.mjs <whole|pause|resume|parallel> <endpoint> <key> <file> <notes>: tus-js-client as a browser's page uses it.
// Prints the asset, or `paused`.
import { createReadStream } from "node:fs";
import tus from "tus-js-client";

const [mode, endpoint, key, file, notes] = process.argv.slice(2);
let asset = "";

const upload = new tus.Upload(createReadStream(file), {
  endpoint,
  headers: { Authorization: `Bearer ${key}` },
  metadata: { filename: "film.mp4", filetype: "video/mp4" },
  urlStorage: new tus.FileUrlStorage(notes),
  chunkSize: mode === "pause" ? 150_000 : Infinity,
  parallelUploads: mode === "parallel" ? 3 : 1,
  retryDelays: [100, 200, 400, 800],
  onAfterResponse: (_, response) => {
    asset = response.getHeader("StreamVerse-Asset") ?? asset;
  },
  onChunkComplete: async () => {
    if (mode === "pause") {
      await upload.abort();
      console.log("paused");
    }
  },
  onError: (error) => {
    console.error(error);
    process.exitCode = 1;
  },
  onSuccess: () => console.log(asset),
});

if (mode === "resume") {
  const [earlier] = await upload.findPreviousUploads();
  upload.resumeFromPreviousUpload(earlier);
}
upload.start();
