import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, serverNow, withKey } from '../../api/client';
import type { Verification } from '../../api/contract';
import { clockTime, dayMonth, wholeNumber } from '../../clock/dates';
import { Button } from '../../elements/button';
import { IconShieldCheck, IconShieldCheckFilled, IconShieldX } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';

/** Whether the trail is whole. Nothing is claimed before it was checked in this sitting. */
export function Verdict() {
  const t = useWords();
  const locale = useLocale();
  const [verdict, setVerdict] = useState<Verification & { checkedAt: Date }>();
  const latest = useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => answer(api.GET('/api/audit/checkpoints/latest')),
    refetchOnWindowFocus: false,
  });
  const check = useAttempt(
    (_: void, key) => answer(api.POST('/api/audit/verifications', { headers: withKey(key) })),
    { done: (result) => setVerdict({ ...result, checkedAt: serverNow() }) },
  );
  const state = !verdict ? 'unknown' : verdict.ok ? 'ok' : 'bad';
  const Icon = { unknown: IconShieldCheck, ok: IconShieldCheckFilled, bad: IconShieldX }[state];
  // The third line of a checkpoint note is the root of the tree, in base64.
  const anchor = latest.data?.note.split('\n')[2]?.slice(0, 8);
  return (
    <div className={`verdict ${state}`}>
      <span className="shield" aria-hidden="true">
        <Icon size={22} />
      </span>
      <div role="status">
        <p className="verdict-words">
          {check.busy
            ? t('audit.checking')
            : !verdict
              ? t('audit.notChecked')
              : verdict.ok
                ? t('audit.ok', { n: wholeNumber(verdict.entries, locale) })
                : verdict.words}
        </p>
        <p className="soft small">
          {verdict && t('audit.checkedAt', { time: clockTime(verdict.checkedAt, locale) })}
          {verdict?.checkpoints !== undefined && (
            <> · {t('audit.checkpoints', { n: wholeNumber(verdict.checkpoints, locale) })}</>
          )}
          {verdict && (verdict.pending ?? 0) > 0 && <> · {t('audit.pending', { n: verdict.pending! })}</>}
          {anchor && (
            <>
              {verdict ? ' · ' : ''}
              {t('audit.anchor')} <code>{anchor.replace(/(.{4})/, '$1 ')}</code>
              {latest.data && ` ${dayMonth(latest.data.at, locale)} ${clockTime(latest.data.at, locale)}`}
            </>
          )}
        </p>
        {verdict && !verdict.ok && (
          <ol className="steps">
            <li>{t('audit.bad1')}</li>
            <li>{t('audit.bad2')}</li>
            <li>{t('audit.bad3')}</li>
          </ol>
        )}
        <RefusalNote problem={check.problem} />
      </div>
      <Button large busy={check.busy} onClick={() => void check.run()}>
        {check.busy ? t('audit.checkingShort') : t('audit.check')}
      </Button>
    </div>
  );
}
