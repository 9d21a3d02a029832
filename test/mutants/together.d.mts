export function reads(spec: string, file: string, read: (file: string) => string | undefined): boolean;
