import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Frame } from "./Frame";
import { Missing } from "./Missing";

const root = createRootRoute({ component: Frame, notFoundComponent: Missing });

const numbers = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../rooms/analytics/Page")),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: "/sessions",
  component: lazyRouteComponent(() => import("../rooms/analytics/SessionPage")),
});

const session = createRoute({
  getParentRoute: () => root,
  path: "/sessions/$sessionId",
  component: lazyRouteComponent(() => import("../rooms/analytics/SessionPage")),
});

export const router = createRouter({
  routeTree: root.addChildren([numbers, sessions, session]),
  basepath: "/admin",
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
