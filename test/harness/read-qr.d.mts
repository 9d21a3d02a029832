export declare function readQr(svg: string): Buffer | null;
