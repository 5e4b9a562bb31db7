import { useRef, useState } from "preact/hooks";
import type { RailName, Title } from "../api";
import { pace } from "../directions";
import { useTexts } from "../store";
import type { Texts } from "../texts/en";
import { Tile } from "./Tile";

const NAMES: Record<RailName, keyof Texts> = {
  continue: "railContinue",
  trending: "railTrending",
  new: "railNew",
  family: "railFamily",
  free: "railFree",
};

const EDGE = 4;

/** A row of titles to be leafed through by hand, wheel, keys or arrows. */
export function Rail({ name, titles, first }: { name: RailName; titles: Title[]; first: boolean }) {
  const texts = useTexts();
  const row = useRef<HTMLUListElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  const look = () => {
    const list = row.current;
    if (!list) return;
    const passed = Math.abs(list.scrollLeft);
    setMore({ before: passed > EDGE, after: passed < list.scrollWidth - list.clientWidth - EDGE });
  };
  const leaf = (step: 1 | -1) => {
    const list = row.current;
    if (!list) return;
    const forward = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    list.scrollBy({ left: step * forward * list.clientWidth * 0.85, behavior: pace() });
  };
  return (
    <section className="rail" aria-labelledby={`rail-${name}`}>
      <h2 id={`rail-${name}`}>{texts[NAMES[name]]}</h2>
      <div className="row" onPointerEnter={look}>
        <ul ref={row} onScroll={look}>
          {titles.map((title, index) => (
            <li key={title.id}>
              <Tile title={title} eager={first && index < 6} />
            </li>
          ))}
        </ul>
        {more.before && <Leaf className="backward" label={texts.backward} onClick={() => leaf(-1)} />}
        {more.after && <Leaf className="forward" label={texts.forward} onClick={() => leaf(1)} />}
      </div>
    </section>
  );
}

/** For the mouse: keys and readers go through the row itself. */
function Leaf({ className, label, onClick }: { className: string; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className={`leaf ${className}`}
      title={label}
      tabIndex={-1}
      aria-hidden="true"
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2">
        <path d="m9 5 7 7-7 7" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  );
}
