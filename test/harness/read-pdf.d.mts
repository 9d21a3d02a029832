export declare function readPdf(
  bytes: Uint8Array,
): Promise<{ pages: { text: string; qr: string | null }[]; title: string }>;
export declare function readPdfText(bytes: Uint8Array): Promise<string>;
