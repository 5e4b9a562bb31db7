import type { ComponentChildren } from "preact";
import type { Title } from "../api";
import { Tile } from "./Tile";

export function Grid({ titles, extra }: { titles: Title[]; extra?: (title: Title) => ComponentChildren }) {
  return (
    <ul className="grid">
      {titles.map((title, index) => (
        <li key={title.id}>
          <Tile title={title} eager={index < 8} />
          {extra?.(title)}
        </li>
      ))}
    </ul>
  );
}

/** Where titles are about to be. */
export function GridBones({ count = 8 }: { count?: number }) {
  return (
    <ul className="grid bones" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <li key={index}>
          <span className="tile">
            <span className="picture" />
            <span className="name" />
          </span>
        </li>
      ))}
    </ul>
  );
}
