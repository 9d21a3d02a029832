import { useEffect, useState } from 'react';
import { useWords } from '../words/words';
import { IconDoorExit } from '../elements/icons';
import { quickExit } from './quick-exit';
import { shiftThreeTimes } from './shift-three-times';

/** One listener for the whole page; every quick-exit button shows how many of the three Shifts were heard. */
let heard = 0;
const watchers = new Set<(count: number) => void>();

export function listenForShift(): () => void {
  const handler = shiftThreeTimes(quickExit, (count) => {
    heard = count;
    for (const watcher of watchers) watcher(count);
  });
  window.addEventListener('keydown', handler, true);
  return () => window.removeEventListener('keydown', handler, true);
}

export function ExitButton() {
  const t = useWords();
  const [count, setCount] = useState(heard);
  useEffect(() => {
    watchers.add(setCount);
    return () => void watchers.delete(setCount);
  }, []);
  return (
    <button type="button" className="quick-exit" onClick={quickExit} title={t('safety.exitHint')}>
      <IconDoorExit size={18} aria-hidden="true" />
      {t('safety.exit')}
      {count > 0 && (
        <span className="dots" aria-hidden="true">
          {[1, 2, 3].map((dot) => (
            <i key={dot} className={dot <= count ? 'on' : ''} />
          ))}
        </span>
      )}
    </button>
  );
}
