import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpoken } from "../../words/words";
import { numbersIn } from "./numbers";
import type { Figures } from "./questions";

interface Asked {
  rows: Figures[];
  keyLabel: string;
  nameOf: (key: string) => ReactNode;
}

export function FiguresTable({ rows, keyLabel, nameOf }: Asked) {
  const { words, language } = useSpoken();
  const write = numbersIn(language);
  const columns: [string, (row: Figures) => string][] = [
    [words.plays, (it) => write.whole(it.plays)],
    [words.sessions, (it) => write.whole(it.sessions)],
    [words.watched, (it) => write.hours(it.watchedSeconds)],
    [words.startup, (it) => write.millis(it.startupP50Ms)],
    [words.rebuffer, (it) => write.share(it.rebufferRatio)],
    [words.errors, (it) => write.whole(it.errors)],
    [words.bitrate, (it) => write.megabits(it.averageKbps)],
  ];
  return (
    <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="group" aria-label={keyLabel}>
      <Table highlightOnHover stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{keyLabel}</Table.Th>
            {columns.map(([label]) => (
              <Table.Th key={label} scope="col" ta="end">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={400}>
                {nameOf(row.key)}
              </Table.Th>
              {columns.map(([label, value]) => (
                <Table.Td key={label} ta="end" className="figure">
                  {value(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
