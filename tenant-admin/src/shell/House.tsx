import { RouterProvider } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { router } from "./router";
import type { Session } from "./session";

interface Guest {
  session: Session;
  onSignOut: () => void;
}

const GuestContext = createContext<Guest | null>(null);

export function useGuest(): Guest {
  const guest = useContext(GuestContext);
  if (!guest) {
    throw new Error("Nobody is signed in here");
  }
  return guest;
}

export function House(guest: Guest) {
  return (
    <GuestContext.Provider value={guest}>
      <RouterProvider router={router} />
    </GuestContext.Provider>
  );
}
