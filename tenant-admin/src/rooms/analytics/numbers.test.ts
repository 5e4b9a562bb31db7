import { expect, test } from "vitest";
import { numbersIn } from "./numbers";
import { stepsOf } from "./questions";

test("numbers are written as the reader's language writes them", () => {
  expect(numbersIn("en").whole(12345)).toBe("12,345");
  expect(numbersIn("fr").whole(12345).replace(/\s/g, " ")).toBe("12 345");
  expect(numbersIn("en").share(0.0123)).toBe("1.23%");
  expect(numbersIn("en").time(5400)).toBe("1.5 hr");
  expect(numbersIn("en").time(600)).toBe("10 min");
  expect(numbersIn("en").time(9)).toBe("9 sec");
  expect(numbersIn("en").megabits(4600)).toBe("4.6 Mbit/s");
});

test("what nobody measured is a dash and no zero", () => {
  expect(numbersIn("en").millis(null)).toBe("–");
  expect(numbersIn("en").millis(0)).toBe("0 ms");
});

test("a span has a step for each interval, watched in or not", () => {
  const now = Date.parse("2026-11-30T18:53:00Z");
  const steps = stepsOf("day", now).map((it) => new Date(it).toISOString());
  expect(steps).toHaveLength(25);
  expect(steps[0]).toBe("2026-11-29T18:00:00.000Z");
  expect(steps.at(-1)).toBe("2026-11-30T18:00:00.000Z");
  expect(stepsOf("month", now).at(-1)).toBe(Date.parse("2026-11-30T00:00:00Z"));
});
