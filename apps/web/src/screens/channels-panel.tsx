import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import type { ChannelChoice } from '../api/contract';
import { Button } from '../elements/button';
import { ChipSet, TextInput, Tick } from '../elements/fields';
import { RefusalNote } from '../elements/states';
import { faultWords } from '../words/refusals';
import { useWords } from '../words/words';

/** How I am reached outside: shown where the city has set up a way; a laptop has none and asks nothing. */
export function ChannelsPanel() {
  const asked = useQuery({
    queryKey: ['channels'],
    queryFn: () => answer(api.GET('/api/notification-channels')),
  });
  if (!asked.data || asked.data.open.length === 0) return null;
  return <ChannelsForm kept={asked.data} />;
}

function ChannelsForm({ kept }: { kept: ChannelChoice }) {
  const t = useWords();
  const { email, gateway } = kept;
  // Push has no tick: the devices below are the choice.
  const ticks = kept.open.filter((name) => name !== 'push');
  const [on, setOn] = useState<string[]>([]);
  // Taking the last device away switches e-mail on: the tick follows.
  useEffect(() => {
    setOn([...(email ? ['email'] : []), ...(gateway ? ['gateway'] : [])]);
  }, [email, gateway]);
  const [telephone, setTelephone] = useState(kept.telephone ?? '');
  const [quiet, setQuiet] = useState(kept.quiet);
  const [saved, setSaved] = useState(false);
  const save = useAttempt(
    (body: { email: boolean; gateway: boolean; quiet: boolean; telephone: string | null }, key) =>
      answer(api.PATCH('/api/notification-channels', { body, headers: withKey(key) })),
    { refreshes: ['channels'], done: () => setSaved(true) },
  );
  const hasGateway = kept.open.includes('gateway');
  const chosen = (name: 'email' | 'gateway') => (kept.open.includes(name) ? on.includes(name) : kept[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void save.run({
      email: chosen('email'),
      gateway: chosen('gateway'),
      quiet,
      telephone: telephone.trim() || null,
    });
  };
  const fault = save.problem?.faults.find((one) => one.pointer === '/telephone');
  return (
    <section className="panel">
      <header>
        <h2>{t('channels.title')}</h2>
      </header>
      <form className="pad stack" onSubmit={submit}>
        <p className="soft">{t('channels.lead')}</p>
        {ticks.length > 0 && (
          <ChipSet
            label={t('channels.by')}
            value={on}
            onChange={(next) => {
              setSaved(false);
              setOn(next);
            }}
            options={ticks.map((name) => ({
              value: name,
              label: t(name === 'email' ? 'channels.email' : 'channels.gateway'),
            }))}
          />
        )}
        {hasGateway && (
          <TextInput
            type="tel"
            inputMode="tel"
            maxLength={24}
            label={t('channels.telephone')}
            hint={t('channels.telephoneHint')}
            value={telephone}
            onChange={(event) => {
              setSaved(false);
              setTelephone(event.target.value);
            }}
            fault={fault && faultWords(fault, t)}
          />
        )}
        <div className="stack tight">
          <Tick
            checked={quiet}
            onChange={(event) => {
              setSaved(false);
              setQuiet(event.target.checked);
            }}
          >
            {t('channels.quiet')}
          </Tick>
          <p className="soft">{t('channels.quietHint')}</p>
        </div>
        {!fault && <RefusalNote problem={save.problem} />}
        <p className="save-row">
          <Button type="submit" busy={save.busy}>
            {t('act.save')}
          </Button>
          <span role="status" className="soft">
            {saved && t('channels.saved')}
          </span>
        </p>
      </form>
    </section>
  );
}
