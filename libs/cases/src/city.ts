/** What the libraries of the river must know of the city; given once, when a program is put together. */
export abstract class City {
  /** IANA zone in which dates are dates. */
  abstract readonly zone: string;
  /** Prefix of case numbers. */
  abstract readonly cityPrefix: string;
}
