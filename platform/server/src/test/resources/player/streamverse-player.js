export const said = "The player in tests";
