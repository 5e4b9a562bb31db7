import type { AnchorHTMLAttributes } from "preact";
import { useEffect } from "preact/hooks";
import { go, prepare } from "../router";

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** An address of this app. */
  to: string;
  /** Going back then leads to where one was before this page. */
  replace?: boolean;
}

/** Stays in this app where the browser is not asked for a new tab or a file. */
export function Link({ to, replace, ...rest }: LinkProps) {
  const soon = () => prepare(to);
  return (
    <a
      {...rest}
      href={to}
      onPointerEnter={soon}
      onFocus={soon}
      onTouchStart={soon}
      onClick={(event) => {
        if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void go(to, { replace });
      }}
    />
  );
}

/** Goes on at once. */
export function Navigate({ to }: { to: string }) {
  useEffect(() => void go(to, { replace: true }), [to]);
  return null;
}

/** To a page that asks who it is, and from there to `to`. */
export function via(page: "/sign-in" | "/sign-up", to: string): string {
  return `${page}?${new URLSearchParams({ to })}`;
}
