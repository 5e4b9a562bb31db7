import type { ComponentType } from "preact";
import { Home } from "./pages/Home";
import { Nothing } from "./pages/Nothing";

/** By the first part of the path. What home does not need is fetched when it is wanted. */
const PAGES: Record<string, () => ComponentType | Promise<ComponentType>> = {
  "": () => Home,
  all: () => import("./pages/All").then((it) => it.All),
  search: () => import("./pages/Search").then((it) => it.Search),
  history: () => import("./pages/History").then((it) => it.History),
  profiles: () => import("./pages/Profiles").then((it) => it.Profiles),
  account: () => import("./pages/Account").then((it) => it.Account),
  "sign-in": () => import("./pages/Sign").then((it) => it.SignIn),
  "sign-up": () => import("./pages/Sign").then((it) => it.SignUp),
  titles: () => import("./pages/Title").then((it) => it.TitlePage),
  watch: () => import("./pages/Watch").then((it) => it.Watch),
};

export function pageOf(name: string): ComponentType | Promise<ComponentType> {
  return Object.hasOwn(PAGES, name) ? PAGES[name]!() : Nothing;
}
