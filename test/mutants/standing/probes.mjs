// Which test reaches which guard: every condition of every function reports, through PostgreSQL's own log, when it decides
// otherwise than its mutant would. What no test reaches survives; what one reaches has to be tried there.

export const PROBES = `
  create schema probe;
  -- Once a transaction: a condition of a WHERE decides on every row.
  create function probe.hit(n int) returns void language plpgsql as $$ begin
    if coalesce(current_setting('probe.n' || n, true), '') = '' then
      perform set_config('probe.n' || n, '1', true);
      raise log 'probe % %', n, current_database();
    end if;
  end $$;
  create function probe.otherwise(n int, is_met boolean, by boolean) returns boolean language plpgsql as
    $$ begin if is_met is distinct from by then perform probe.hit(n); end if; return is_met; end $$;
  create function probe.pass(n int, v boolean) returns boolean language plpgsql as $$ begin perform probe.hit(n); return v; end $$;
  create function probe.pass(n int, v uuid[]) returns uuid[] language plpgsql as $$ begin perform probe.hit(n); return v; end $$;
  create function probe.pass(n int, v text[]) returns text[] language plpgsql as $$ begin perform probe.hit(n); return v; end $$;
  create function probe.pass(n int, v uuid) returns uuid language plpgsql as $$ begin perform probe.hit(n); return v; end $$;
  grant usage on schema probe to public;
  grant execute on all functions in schema probe to public;
`;

/** `{ text, body, language, returns }` and `[{ at, start, end, by } | { at }]`: the function's text with all of them in it. */
export function probed({ text, body, language, returns }, guards) {
  const start = text.indexOf(body);
  // A look by key decides on every row but one: it is reached where the function is.
  const byKey = ({ start: from, end }) =>
    language === 'plpgsql' &&
    from !== undefined &&
    /^\s*(?:\w+\.)?id = [\w.]+\s*$/.test(body.slice(from, end));
  guards = guards.map((guard) => (byKey(guard) ? { at: guard.at } : guard));
  const spans = guards
    .filter((guard) => guard.start !== undefined)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let inner = within(body, 0, body.length, spans);
  for (const { at } of guards.filter((guard) => guard.start === undefined)) {
    if (language === 'plpgsql')
      inner = inner.replace(/\bbegin\b/i, (word) => `${word} perform probe.hit(${at});`);
    else if (returns.startsWith('SETOF')) inner = ` select probe.pass(${at}, x) from (${inner}\n) q(x) `;
    else inner = ` select probe.pass(${at}, (${inner}\n)) `;
  }
  return text.slice(0, start) + inner + text.slice(start + body.length);
}

function within(body, from, to, spans) {
  let out = '';
  let place = from;
  for (let i = 0; i < spans.length;) {
    const { at, start, end, by } = spans[i];
    const inside = [];
    let next = i + 1;
    while (next < spans.length && spans[next].start < end) inside.push(spans[next++]);
    out += `${body.slice(place, start)} probe.otherwise(${at}, (${within(body, start, end, inside)}\n), ${by}) `;
    place = end;
    i = next;
  }
  return out + body.slice(place, to);
}
