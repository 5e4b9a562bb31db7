import { beforeEach, expect, test } from "vitest";
import { go, onPlace, place, start } from "../src/router";

const Home = () => null;
const Title = () => null;
const Search = () => null;
let arrive: () => void;
let titleScript: Promise<typeof Title>;

beforeEach(async () => {
  history.replaceState(null, "", "/");
  titleScript = new Promise((resolve) => (arrive = () => resolve(Title)));
  await start(
    (name) => ({ "": Home, titles: titleScript, search: Search })[name] ?? Promise.reject(new TypeError(name)),
  );
});

test("an address names a page and what it is about", async () => {
  arrive();
  await go("/titles/ttl_1?from=home");
  expect(place()).toMatchObject({ path: "/titles/ttl_1", id: "ttl_1", Page: Title });
  expect(place().search.get("from")).toBe("home");
});

test("a page stays until the script of the next one is here", async () => {
  const going = go("/titles/ttl_1");
  expect(location.pathname).toBe("/titles/ttl_1");
  expect(place().Page).toBe(Home);
  arrive();
  await going;
  expect(place().Page).toBe(Title);
});

test("who has gone elsewhere meanwhile is left there", async () => {
  const going = go("/titles/ttl_1");
  await go("/search?q=film");
  arrive();
  await going;
  expect(place().Page).toBe(Search);
});

test("a page whose script does not come says why", async () => {
  await go("/lost");
  expect(place().Page).toThrow(new TypeError("lost"));
});

test("each letter of a search is no entry of its own", async () => {
  await go("/search?q=f");
  const { key } = place();
  const entries = history.length;
  await go("/search?q=fi", { replace: true });
  expect(history.length).toBe(entries);
  expect(place()).toMatchObject({ address: "/search?q=fi", key });
});

test("those who listen hear of each place", async () => {
  const heard: string[] = [];
  const stop = onPlace(() => heard.push(place().address));
  await go("/search");
  stop();
  await go("/");
  expect(heard).toEqual(["/search"]);
});
