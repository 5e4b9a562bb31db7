import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import type { App } from "./api";
import { isTenFoot, walkByArrows } from "./directions";
import { choose, speak, wantedLanguages } from "./language";
import { Failure } from "./parts/Failure";
import { ProblemError } from "./problem";
import { appQuery, client } from "./queries";
import { router } from "./router";
import { session } from "./session";
import "./styles.css";

const root = createRoot(document.getElementById("app")!);

/** Brand, words and session are asked for at once; what is painted before that is the brand's colours. */
async function start(): Promise<void> {
  if (isTenFoot(navigator.userAgent, location.search)) document.documentElement.dataset["screen"] = "far";
  walkByArrows();
  const guessed = speak(choose(wantedLanguages(), navigator.languages));
  const restored = session.restore();
  let app: App;
  try {
    app = await client.fetchQuery(appQuery());
  } catch (problem) {
    await guessed;
    root.render(
      <main>
        <Failure problem={problem as ProblemError} again={() => location.reload()} />
      </main>,
    );
    return;
  }
  await Promise.all([guessed, restored]);
  await speak(choose(wantedLanguages(), app.languages));
  document.title = app.name;
  if (app.iconUrl) document.querySelector<HTMLLinkElement>("link[rel=icon]")!.href = app.iconUrl;
  root.render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

void start();
if ("serviceWorker" in navigator && import.meta.env.PROD) {
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}
