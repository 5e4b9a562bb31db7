import { expect, test } from "vitest";
import { numbersIn } from "./numbers";

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
