import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../words/words';
import type { Code } from './contract';
import { answer, api } from './client';
import { cache } from './cache';

const CODES = {
  queryKey: ['codes'],
  queryFn: () => answer(api.GET('/api/codes')),
  staleTime: Infinity,
  gcTime: Infinity,
};

/** Fetches the lists when nothing else is under way, for the first form that will need them. */
export const prefetchCodes = (): void => void cache.prefetchQuery(CODES);

const EMPTY: Record<string, Code[]> = {};

export function useCodeLists(): Record<string, Code[]> {
  const asked = useQuery(CODES);
  return asked.data?.lists ?? EMPTY;
}

/** The label of a code in the person's language; the code itself in readable form until the lists are there. */
export function useCodeLabel(): (
  list: string,
  code: string | null | undefined,
  otherwise?: string,
) => string {
  const lists = useCodeLists();
  const locale = useLocale();
  return useCallback(
    (list, code, otherwise) => {
      if (!code) return otherwise ?? '';
      const found = lists[list]?.find((entry) => entry.code === code);
      if (found) return locale === 'id' ? found.labelId : found.labelEn || found.labelId;
      return otherwise ?? readable(code);
    },
    [lists, locale],
  );
}

export function useCodeChoices(list: string): { value: string; label: string }[] {
  const lists = useCodeLists();
  const locale = useLocale();
  return (lists[list] ?? []).map((entry) => ({
    value: entry.code,
    label: locale === 'id' ? entry.labelId : entry.labelEn || entry.labelId,
  }));
}

/** "RENCANA_INTERVENSI" -> "Rencana intervensi" */
export function readable(code: string): string {
  const text = code.replace(/[_-]+/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function serviceName(
  service: { code: string; nameId?: string; nameEn?: string; name?: string },
  locale: 'id' | 'en',
): string {
  return (
    (locale === 'en' ? service.nameEn : undefined) ?? service.nameId ?? service.name ?? readable(service.code)
  );
}
