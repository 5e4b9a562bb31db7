import { expect, test } from "vitest";
import { isTenFoot, nearest } from "../src/directions";

const box = (column: number, row: number) => ({
  left: column * 110,
  right: column * 110 + 100,
  top: row * 90,
  bottom: row * 90 + 80,
});
const tiles = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [`${column},${row}`, box(column, row)] as const));
const from = (name: string) => tiles.filter(([other]) => other !== name);

test("arrows lead to the neighbour in their direction", () => {
  expect(nearest(box(1, 1), "ArrowRight", from("1,1"))).toBe("2,1");
  expect(nearest(box(1, 1), "ArrowLeft", from("1,1"))).toBe("0,1");
  expect(nearest(box(1, 1), "ArrowUp", from("1,1"))).toBe("1,0");
  expect(nearest(box(1, 1), "ArrowDown", from("1,1"))).toBe("1,2");
});

test("at the edge there is nothing further", () => {
  expect(nearest(box(1, 0), "ArrowUp", from("1,0"))).toBeUndefined();
  expect(nearest(box(1, 2), "ArrowDown", from("1,2"))).toBeUndefined();
});

test("left and right never leave the row", () => {
  expect(nearest(box(2, 1), "ArrowRight", [["above", box(4, 0)]])).toBeUndefined();
});

test("a row that begins further aside is reached all the same", () => {
  expect(nearest(box(0, 0), "ArrowDown", [["far", box(6, 3)]])).toBe("far");
});

test("televisions are known, and laptops are not", () => {
  expect(isTenFoot("Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0)", "")).toBe(true);
  expect(isTenFoot("Mozilla/5.0 (X11; Linux x86_64) Chrome/140", "?tv=1")).toBe(true);
  expect(isTenFoot("Mozilla/5.0 (X11; Linux x86_64) Chrome/140", "")).toBe(false);
});
