import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';

export type LatestLink = NonNullable<NonNullable<Referral['link']>['latest']>;

/** How often the page looks whether a mail has left; it takes seconds. */
const LOOK_AGAIN_MS = 4_000;

/** The button that sends the open link to the agency's own mailbox; none where there is no way or one is on its way. */
export function useMailing(referral: Referral) {
  const t = useWords();
  const client = useQueryClient();
  const { latest, mailbox } = referral.link ?? { latest: null, mailbox: null };
  const attempt = useAttempt(
    (_body: object, key) =>
      answer(
        api.POST('/api/referrals/{id}/link/mail', {
          params: { path: { id: referral.id } },
          body: {},
          headers: withKey(key),
        }),
      ),
    { refreshes: ['referral'] },
  );
  const underWay = latest?.mail?.state === 'PENDING';
  useEffect(() => {
    if (!underWay) return;
    const looking = setInterval(
      () => void client.invalidateQueries({ queryKey: ['referral', referral.id] }),
      LOOK_AGAIN_MS,
    );
    return () => clearInterval(looking);
  }, [underWay, client, referral.id]);
  const offered = latest?.state === 'OPEN' && mailbox && (!latest.mail || latest.mail.state === 'FAILED');
  return {
    problem: attempt.problem,
    button: offered ? (
      <Button busy={attempt.busy} onClick={() => void attempt.run({})}>
        {t('link.mail', { to: mailbox })}
      </Button>
    ) : null,
  };
}

export function MailStanding({ mail }: { mail: NonNullable<LatestLink['mail']> }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <span role="status">
      {t(`link.mail.${mail.state as 'SENT'}`, {
        to: mail.to,
        name: mail.askedByName,
        at: dayAndTime(mail.settledAt ?? mail.askedAt, locale),
      })}
    </span>
  );
}
