import { Alert, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../shell/api";
import { nameIn, useSpoken } from "../../words/words";

const NAMED = 5;

/** Published titles that no profile for children finds, until somebody rates them or waves this away; a further one brings it back. */
export function Unrated() {
  const { words, language } = useSpoken();
  const titles = useUnrated();
  const [known, setKnown] = useLocalStorage({
    key: "streamverse.unrated",
    defaultValue: "",
    getInitialValueInEffect: false,
  });
  const newest = titles[0]?.id;
  if (!newest || newest <= known) {
    return null;
  }
  const names = titles.slice(0, NAMED).map((it) => nameIn(language, it.texts) ?? it.id);
  return (
    <Alert
      color="yellow"
      title={words.unrated}
      withCloseButton
      closeButtonLabel={words.close}
      onClose={() => setKnown(newest)}
    >
      <Text size="sm">{words.unratedHelp}</Text>
      <Text size="sm" mt={4} fw={600}>
        {new Intl.ListFormat(language).format(titles.length > NAMED ? [...names, words.others] : names)}
      </Text>
    </Alert>
  );
}

/** The newest first, one more than are named. None where the key may not read the catalogue. */
function useUnrated() {
  const api = useApi();
  const titles = useQuery({
    queryKey: ["titles", "unrated"],
    queryFn: async () =>
      (await api.GET("/v1/titles", { params: { query: { state: "published", rated: false, limit: NAMED + 1 } } }))
        .data!,
    retry: false,
  });
  return titles.data?.data ?? [];
}
