import { useCallback } from 'react';
import { useWords } from '../../words/words';

export interface Limited {
  amount: number | null;
  unit: string | null;
  clock: string | null;
}

/** "72 jam berjalan", "3 hari kerja": amount and clock in words; without a number it says so. */
export function useLimitWords(): (rule: Limited) => string {
  const t = useWords();
  return useCallback(
    ({ amount, unit }) => {
      if (amount === null || unit === null) return t('rule.noNumber');
      if (amount === 0) return t('rule.atOnce');
      return t(`rule.limit.${unit as 'HOUR'}`, { n: amount });
    },
    [t],
  );
}
