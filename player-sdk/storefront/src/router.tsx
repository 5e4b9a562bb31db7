import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Home } from "./pages/Home";
import { Nothing } from "./pages/Nothing";
import { Failure } from "./parts/Failure";
import { Shell } from "./parts/Shell";
import { ProblemError } from "./problem";

const root = createRootRoute({ component: Shell, notFoundComponent: Nothing });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** Where a person goes once signed in. */
const returning = {
  validateSearch: (search: Record<string, unknown>) => ({ to: typeof search["to"] === "string" ? search["to"] : "/" }),
};

export const searchRoute = createRoute({
  ...at("/search"),
  validateSearch: (search: Record<string, unknown>) => ({ q: typeof search["q"] === "string" ? search["q"] : "" }),
  component: lazyRouteComponent(() => import("./pages/Search"), "Search"),
});
export const titleRoute = createRoute({
  ...at("/titles/$id"),
  component: lazyRouteComponent(() => import("./pages/Title"), "TitlePage"),
});
export const watchRoute = createRoute({
  ...at("/watch/$id"),
  component: lazyRouteComponent(() => import("./pages/Watch"), "Watch"),
});
export const signInRoute = createRoute({
  ...at("/sign-in"),
  ...returning,
  component: lazyRouteComponent(() => import("./pages/Sign"), "SignIn"),
});
export const signUpRoute = createRoute({
  ...at("/sign-up"),
  ...returning,
  component: lazyRouteComponent(() => import("./pages/Sign"), "SignUp"),
});

const routeTree = root.addChildren([
  createRoute({ ...at("/"), component: Home }),
  createRoute({ ...at("/all"), component: lazyRouteComponent(() => import("./pages/All"), "All") }),
  createRoute({ ...at("/history"), component: lazyRouteComponent(() => import("./pages/History"), "History") }),
  createRoute({ ...at("/profiles"), component: lazyRouteComponent(() => import("./pages/Profiles"), "Profiles") }),
  createRoute({ ...at("/account"), component: lazyRouteComponent(() => import("./pages/Account"), "Account") }),
  searchRoute,
  titleRoute,
  watchRoute,
  signInRoute,
  signUpRoute,
]);

/** A page whose script did not come, or one that broke. */
function Broken({ error }: { error: unknown }) {
  const isMissing = error instanceof TypeError && /import|module/i.test(error.message);
  const problem = isMissing ? ProblemError.ofNetwork() : new ProblemError("page", 500, "");
  return <Failure problem={problem} again={() => location.reload()} />;
}

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
