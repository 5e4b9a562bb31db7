import { Badge, Table } from "@mantine/core";
import type { components } from "../../../target/api";
import { called, useSpoken } from "../../words/words";
import { numbersIn } from "./numbers";

type Moment = components["schemas"]["AnalyticsTimelineEvent"];

const COLORS: Record<string, string> = { error: "red", stall: "orange", resume: "orange", firstFrame: "green" };

/** A place in the film: hours only where there are any. */
export function placeOf(positionMs: number): string {
  const seconds = Math.floor(positionMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] ? parts : parts.slice(1)).map((it) => String(it).padStart(2, "0")).join(":");
}

export function Timeline({ events }: { events: Moment[] }) {
  const { words, language } = useSpoken();
  const write = numbersIn(language);
  const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  const told = (it: Moment): string =>
    [
      it.startupMs != null && `${words.startup} ${write.millis(it.startupMs)}`,
      it.stalledMs > 0 && `${words.stalled} ${write.millis(it.stalledMs)}`,
      it.watchedMs > 0 && `${words.watched} ${write.time(it.watchedMs / 1000)}`,
      it.kbps > 0 && write.megabits(it.kbps),
      it.height > 0 && `${it.height}p`,
      it.bufferMs != null && `${words.buffer} ${write.time(it.bufferMs / 1000)}`,
      it.droppedFrames > 0 && `${words.droppedFrames} ${write.whole(it.droppedFrames)}`,
      it.edge,
      it.code,
      called(words.reasons, it.reason),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="group" aria-label={words.oneSession}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.time}</Table.Th>
            <Table.Th scope="col" ta="end">
              {words.place}
            </Table.Th>
            <Table.Th scope="col">{words.what}</Table.Th>
            <Table.Th scope="col">{words.details}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((it) => (
            <Table.Tr key={it.id}>
              <Table.Td className="figure">{clock.format(new Date(it.at))}</Table.Td>
              <Table.Td ta="end" className="figure">
                {placeOf(it.positionMs)}
              </Table.Td>
              <Table.Td>
                <Badge variant="dot" color={COLORS[it.type] ?? "indigo"} tt="none">
                  {called(words.moments, it.type)}
                </Badge>
              </Table.Td>
              <Table.Td>{told(it)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
