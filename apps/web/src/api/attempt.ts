import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newKey } from './client';
import { asProblem, type Problem } from './problem';

/** Chooses the key of a try: the old one when the same content may already have arrived, else a new one. */
export class AttemptKeys {
  private last?: { content: string; key: string; open: boolean };

  next(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.last?.open && this.last.content === text) return this.last.key;
    this.last = { content: text, key: newKey(), open: true };
    return this.last.key;
  }

  /** The server has answered with a decision: another submit is a new act. */
  settled(): void {
    if (this.last) this.last.open = false;
  }
}

export interface Attempt<Input, Output> {
  run(input: Input): Promise<Output | undefined>;
  busy: boolean;
  problem?: Problem;
  clear(): void;
}

/**
 * A write, as screens use it: one try at a time (a second click while busy does nothing), the idempotency key handled,
 * the refusal kept for showing. Resolves to undefined when refused.
 */
export function useAttempt<Input, Output>(
  act: (input: Input, key: string) => Promise<Output>,
  options: { done?: (output: Output, input: Input) => void; refreshes?: string[] } = {},
): Attempt<Input, Output> {
  const keys = useRef(new AttemptKeys());
  const busyNow = useRef(false);
  const [problem, setProblem] = useState<Problem>();
  const client = useQueryClient();
  const mutation = useMutation({ mutationFn: (input: Input) => act(input, keys.current.next(input)) });

  const run = async (input: Input): Promise<Output | undefined> => {
    if (busyNow.current) return undefined;
    busyNow.current = true;
    setProblem(undefined);
    try {
      const output = await mutation.mutateAsync(input);
      keys.current.settled();
      for (const topic of options.refreshes ?? []) void client.invalidateQueries({ queryKey: [topic] });
      options.done?.(output, input);
      return output;
    } catch (error) {
      const refused = asProblem(error);
      if (!refused.mayHaveArrived) keys.current.settled();
      setProblem(refused);
      return undefined;
    } finally {
      busyNow.current = false;
    }
  };

  return { run, busy: mutation.isPending, problem, clear: () => setProblem(undefined) };
}
