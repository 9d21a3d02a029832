/** An e-mail address for a screen: enough to know it again, too little to write to. Pure. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at);
  return `${name.slice(0, name.length > 4 ? 2 : 1)}•••${address.slice(at)}`;
}
