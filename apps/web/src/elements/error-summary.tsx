import { useEffect, useRef } from 'react';
import { useWords } from '../words/words';

export interface SummaryItem {
  /** Id of the field's element; absent when the fault belongs to no field on the screen. */
  field?: string;
  words: string;
}

/** All faults of a form above it, focused after a failed save; each leads to its field. */
export function ErrorSummary({ items, attempt }: { items: SummaryItem[]; attempt: number }) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (items.length > 0 && attempt > 0) ref.current?.focus();
    // Focus follows an attempt to save, not every keystroke that mends a field.
  }, [attempt]);
  if (items.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{t('form.faults', { n: items.length })}</h2>
      <ul>
        {items.map((item) => (
          <li key={(item.field ?? '') + item.words}>
            {item.field ? (
              <a
                href={`#${item.field}`}
                onClick={(event) => {
                  // A hash in the address would be one more entry in the history.
                  event.preventDefault();
                  const field = document.getElementById(item.field!);
                  const target = field?.matches('input,select,textarea')
                    ? field
                    : (field?.querySelector<HTMLElement>('input,select,textarea') ?? field);
                  field?.scrollIntoView({ block: 'center' });
                  target?.focus({ preventScroll: true });
                }}
              >
                {item.words}
              </a>
            ) : (
              item.words
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
