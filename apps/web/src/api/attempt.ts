import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AttemptKeys } from './attempt-keys';
import { asProblem, type Problem } from './problem';

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
