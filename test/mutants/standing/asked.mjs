// What the specs said about each guard so far.

export class Asked {
  #red = new Set();
  #greens = new Map();
  #reach = new Map();
  #wholes = new Map();

  /** `add(verdict, at, why, seconds)` keeps a verdict. */
  constructor(mutants, add) {
    this.mutants = mutants;
    this.add = add;
  }

  get left() {
    return this.mutants.length - this.#red.size;
  }

  /** Which nobody missed yet; of those that `spec` reaches, where it is given; tried so often at the most. */
  pending(spec, most) {
    const all = [...this.mutants.keys()].filter(
      (at) => !this.#red.has(at) && (this.#greens.get(at) ?? 0) < most,
    );
    return spec === undefined ? all : all.filter((at) => this.#reach.get(at)?.has(spec));
  }

  hear({ spec, test, red = [], green = [], later = [], unrepeated = [] }) {
    for (const { at, why, seconds } of red) this.red(at, `${spec}: ${test}: ${why}`, seconds);
    for (const at of green) this.#greens.set(at, (this.#greens.get(at) ?? 0) + 1);
    for (const at of [...green, ...later]) put(this.#reach, at, spec);
    for (const at of unrepeated) put(this.#wholes, at, spec);
  }

  red(at, why, seconds) {
    if (this.#red.has(at)) return;
    this.#red.add(at);
    this.add('red', at, why, seconds);
  }

  /** What is left and was reached where no single test could be asked: `[at, [spec]]`. */
  whole() {
    return [...this.#wholes].filter(([at]) => !this.#red.has(at)).map(([at, specs]) => [at, [...specs]]);
  }

  survive() {
    for (const at of this.mutants.keys()) {
      if (this.#red.has(at)) continue;
      const specs = [...(this.#reach.get(at) ?? []), ...(this.#wholes.get(at) ?? [])];
      const why = specs.length > 0 ? `green: ${specs.join(', ')}` : 'no test reaches it';
      this.add('survives', at, why, 0);
    }
  }
}

function put(map, key, value) {
  if (!map.has(key)) map.set(key, new Set());
  map.get(key).add(value);
}
