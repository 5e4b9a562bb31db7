import { expect, test } from "vitest";
import { placeOf } from "./Timeline";

test("a place in a film has hours only where there are any", () => {
  expect(placeOf(0)).toBe("00:00");
  expect(placeOf(65_900)).toBe("01:05");
  expect(placeOf(3_725_000)).toBe("01:02:05");
});
