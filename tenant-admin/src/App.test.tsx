import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { App } from "./App";

test("the app renders", () => {
  expect(renderToString(<App />)).toContain("StreamVerse");
});
