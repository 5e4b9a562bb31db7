export const part = "again";
