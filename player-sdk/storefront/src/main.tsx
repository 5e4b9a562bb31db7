import { QueryClientProvider, useQuery } from "@tanstack/preact-query";
import { render } from "preact";
import type { App } from "./api";
import { isTenFoot, walkByArrows } from "./directions";
import { choose, currentLanguage, speak, wantedLanguages } from "./language";
import { pageOf } from "./pages";
import { Failure } from "./parts/Failure";
import { Shell } from "./parts/Shell";
import type { ProblemError } from "./problem";
import { appQuery, client, homeQuery } from "./queries";
import { start } from "./router";
import { session } from "./session";
import { AppContext } from "./store";
import "./styles.css";

const root = document.getElementById("app")!;

/** A page that is drawn before and after its contents came is ready later than one that waited for them a moment. */
const A_MOMENT_MS = 300;

/** Brand, words, session and the first page are asked for at once; what is painted before that is the brand's colours. */
async function open(): Promise<void> {
  if (isTenFoot(navigator.userAgent, location.search)) document.documentElement.dataset["screen"] = "far";
  walkByArrows();
  const guessed = speak(currentLanguage());
  const restored = session.restore();
  const placed = start(pageOf);
  const filled = location.pathname === "/" ? restored.then(() => client.prefetchQuery(homeQuery())) : undefined;
  let app: App;
  try {
    app = await client.fetchQuery(appQuery());
  } catch (problem) {
    await guessed;
    render(
      <main>
        <Failure problem={problem as ProblemError} again={() => location.reload()} />
      </main>,
      root,
    );
    return;
  }
  await Promise.all([guessed, restored, placed]);
  await speak(choose(wantedLanguages(), app.languages));
  await Promise.race([filled, new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))]);
  document.title = app.name;
  if (app.iconUrl) document.querySelector<HTMLLinkElement>("link[rel=icon]")!.href = app.iconUrl;
  render(
    <QueryClientProvider client={client}>
      <Branded app={app} />
    </QueryClientProvider>,
    root,
  );
}

function Branded({ app }: { app: App }) {
  const { data = app } = useQuery(appQuery());
  return (
    <AppContext.Provider value={data}>
      <Shell />
    </AppContext.Provider>
  );
}

void open();
if ("serviceWorker" in navigator && import.meta.env.PROD) {
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}
