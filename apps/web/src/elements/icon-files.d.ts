// The package ships types only for its barrel of 6,000 icons; importing one file each keeps builds and dev quick.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { FunctionComponent, SVGProps } from 'react';
  const Icon: FunctionComponent<
    SVGProps<SVGSVGElement> & { size?: number | string; stroke?: number | string }
  >;
  export default Icon;
}
