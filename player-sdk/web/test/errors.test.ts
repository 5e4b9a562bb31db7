import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NUMBERS, PlayerError } from "../src/errors";
import { ofShaka } from "../src/shaka-errors";
import { texts as ar } from "../src/texts/ar";
import { texts as de } from "../src/texts/de";
import { en } from "../src/texts/en";
import { texts as fr } from "../src/texts/fr";

const numbers = [...new Set(Object.values(NUMBERS))].map(Number).sort();
const problems = readFileSync("../../openapi/problems.yaml", "utf8").match(/(?<=^- code: )\S+/gm)!;
/** What only staff are told. */
const OF_STAFF = ["playback.viewer.unknown"];

test.each([en, fr, de, ar])("every number has words in $language", ({ errors }) => {
  expect(Object.keys(errors).map(Number).sort()).toEqual(numbers);
});

test("docs/player-errors.md lists the codes, with their numbers and words", () => {
  const rows = readFileSync("../../docs/player-errors.md", "utf8").match(/^\| \d{4} .*$/gm)!;
  const expected = Object.entries(NUMBERS).map(([code, number]) => {
    const { title, help } = en.errors[number]!;
    return `| ${number} | \`${code}\` | ${title} | ${help} |`;
  });
  expect(rows).toEqual(expected);
});

test("codes that are not the player's own are the API's", () => {
  const foreign = Object.keys(NUMBERS).filter((it) => !it.startsWith("player."));
  expect(problems).toEqual(expect.arrayContaining(foreign));
});

test("whatever playback can refuse has a number", () => {
  const refusals = problems.filter((it) => it.startsWith("playback.") && !OF_STAFF.includes(it));
  expect(Object.keys(NUMBERS)).toEqual(expect.arrayContaining(refusals));
});

test("a code that the player does not know keeps its name and goes by its status", () => {
  const error = PlayerError.ofAnswer(503, '{"code":"limits.something.new"}', (it) =>
    it === "retry-after" ? "7" : null,
  );
  expect(error).toMatchObject({ code: "limits.something.new", number: 1003, retryAfterMs: 7000, passing: true });
});

test("an answer that is no problem goes by its status", () => {
  expect(PlayerError.ofAnswer(502, "<html>", () => null)).toMatchObject({
    code: "player.network.server",
    number: 1004,
  });
  expect(PlayerError.ofAnswer(404, "", () => null)).toMatchObject({ code: "player.network.refused", number: 1005 });
});

test.each([
  [1002, 1, [], 1001],
  [1003, 1, [], 1002],
  [3016, 3, [], 3001],
  [4036, 4, [], 2003],
  [6001, 6, [], 4003],
  [6014, 6, [], 4004],
  [1001, 1, ["https://a/x.m4s", 403, '{"code":"delivery.token.refused"}', {}], 1006],
  [6007, 6, [{ category: 1, code: 1001, data: ["https://a/l", 403, '{"code":"drm.licence.refused"}', {}] }], 4001],
  [7003, 7, [], 9001],
])("shaka's %i becomes a number of ours", (code, category, data, number) => {
  expect(ofShaka({ code, category, data }).number).toBe(number);
});

test("an error says what to do, in the viewer's language", () => {
  const error = new PlayerError("playback.denied.territory");
  expect(error.help).toBe("This title may not be shown in your country.");
  expect(error.words(fr).title).toBe("Indisponible là où vous êtes");
});
