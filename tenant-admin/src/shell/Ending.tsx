import { Alert } from "@mantine/core";
import { useEffect, useState } from "react";
import { useSpoken } from "../words/words";

const WARNING_MS = 5 * 60_000;

/** Says some minutes before that the session ends. */
export function Ending({ expiresAt }: { expiresAt: string }) {
  const { words, language } = useSpoken();
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNear(true), Math.max(0, Date.parse(expiresAt) - Date.now() - WARNING_MS));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  if (!isNear) {
    return null;
  }
  const time = new Date(expiresAt).toLocaleTimeString(language, { timeStyle: "short" });
  return (
    <Alert color="yellow" mb="md" title={`${words.sessionEnds} ${time}`}>
      {words.sessionEndsHelp}
    </Alert>
  );
}
