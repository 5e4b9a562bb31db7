import { expect, test } from "vitest";
import { VERSION } from "./index";

test("the player says its version", () => {
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
});
