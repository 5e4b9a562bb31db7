import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useWords } from "../words/words";

export function LightSwitch() {
  const words = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={isDark ? words.light : words.dark}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      {isDark ? "☀" : "☾"}
    </ActionIcon>
  );
}
