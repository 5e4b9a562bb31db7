import { Anchor, AppShell, Badge, Burger, Button, Group, NavLink, Text } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useWords } from "../words/words";
import { useApi } from "./api";
import { Ending } from "./Ending";
import { useGuest } from "./House";
import { LanguageChoice } from "./LanguageChoice";
import { LightSwitch } from "./LightSwitch";

export function Frame() {
  const words = useWords();
  const api = useApi();
  const { session } = useGuest();
  const [isOpen, menu] = useDisclosure(false);
  const tenant = useQuery({ queryKey: ["tenant"], queryFn: async () => (await api.GET("/v1/tenant")).data! });

  const name = tenant.data?.name ?? words.console;
  useDocumentTitle(tenant.data ? `${name} · ${words.console}` : name);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding="lg"
    >
      <AppShell.Header>
        <Anchor href="#content" className="skip">
          {words.skip}
        </Anchor>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />
            <Text fw={600} truncate>
              {name}
            </Text>
            {session.environment === "test" && <Badge color="orange">{words.testEnvironment}</Badge>}
          </Group>
          <Group gap="xs" wrap="nowrap" flex="none" visibleFrom="sm">
            <LanguageChoice />
            <LightSwitch />
            <SignOut />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.menu}>
        <NavLink component={Link} to="/" label={words.numbers} activeOptions={{ exact: true }} onClick={menu.close} />
        <NavLink component={Link} to="/sessions" label={words.oneSession} onClick={menu.close} />
        <Group gap="xs" mt="auto" p="xs" hiddenFrom="sm">
          <LanguageChoice />
          <LightSwitch />
          <SignOut />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Ending expiresAt={session.expiresAt} />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function SignOut() {
  const words = useWords();
  const { onSignOut } = useGuest();
  return (
    <Button variant="subtle" size="compact-md" onClick={onSignOut}>
      {words.signOut}
    </Button>
  );
}
