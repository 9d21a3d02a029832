export function heldTwice(file?: URL): { start: string; by: string }[];
