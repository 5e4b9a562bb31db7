export const words = "the same words again and again, the same words again and again";
