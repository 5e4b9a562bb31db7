/** The player's version, as beacons say it. */
export const VERSION = "0.1.0";
