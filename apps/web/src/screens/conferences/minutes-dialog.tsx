import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseFile, Conference, NewMinutes } from '../../api/contract';
import { fromCityInput, toCityInput } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { ChipSet, MomentInput, Select, TextArea } from '../../elements/fields';
import { useWords } from '../../words/words';

interface Decision {
  text: string;
  owner: string;
  until: string;
}
interface Minuted {
  itemId: string;
  question: string;
  discussion: string;
  decisions: Decision[];
}
const NONE: Decision = { text: '', owner: '', until: '' };

/** What was said about each item and what was decided: by whom and until when. */
export function MinutesDialog({
  file,
  conference,
  onClose,
}: {
  file: CaseFile;
  conference: Conference;
  onClose: () => void;
}) {
  const t = useWords();
  const [came, setCame] = useState(() =>
    conference.seats
      .filter((seat) => seat.attended ?? seat.answer === 'ACCEPTED')
      .map(({ referralId }) => referralId),
  );
  const [items, setItems] = useState<Minuted[]>(() =>
    conference.items.map((item) => ({
      itemId: item.id,
      question: item.question,
      discussion: item.discussion ?? '',
      decisions:
        item.decisions.length > 0
          ? item.decisions.map(({ text, dueAt, referralId }) => ({
              ...{ text, owner: referralId ?? '', until: toCityInput(dueAt) },
            }))
          : [NONE],
    })),
  );
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: NewMinutes, key) =>
      answer(
        api.POST('/api/cases/{id}/conferences/{conferenceId}/minutes', {
          params: { path: { id: file.id, conferenceId: conference.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist', 'deadlines'], done: onClose },
  );
  const fault = useFault(save);
  const owners = [
    ...conference.seats.map(({ referralId, agencyName }) => ({ value: referralId, label: agencyName })),
    ...file.team.map(({ accountId, name }) => ({ value: accountId, label: name })),
  ];
  const change = (n: number, part: Partial<Minuted>) =>
    setItems(items.map((one, k) => (k === n ? { ...one, ...part } : one)));
  const decide = (n: number, k: number, part: Partial<Decision>) =>
    change(n, { decisions: items[n]!.decisions.map((one, m) => (m === k ? { ...one, ...part } : one)) });
  const body = (): NewMinutes | undefined => {
    setTried(true);
    const made = items.map(({ itemId, discussion, decisions }) => ({
      itemId,
      discussion: discussion.trim(),
      decisions: decisions.filter(({ text }) => text.trim()),
    }));
    const ready = made.every(
      ({ discussion, decisions }) =>
        discussion && decisions.every(({ owner, until }) => owner && fromCityInput(until)),
    );
    if (!ready) return undefined;
    const isSeat = (owner: string) => conference.seats.some(({ referralId }) => referralId === owner);
    return {
      attendedReferralIds: came,
      items: made.map((item) => ({
        ...item,
        decisions: item.decisions.map(({ text, owner, until }) => ({
          text: text.trim(),
          dueAt: fromCityInput(until)!,
          ...(isSeat(owner) ? { referralId: owner } : { accountId: owner }),
        })),
      })),
    };
  };
  const required = (empty: boolean) => (tried && empty ? t('fault.required') : undefined);
  return (
    <ActDialog
      title={t('conf.minute')}
      lead={t('conf.where')}
      submit={t('conf.saveMinutes')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <ChipSet
        label={t('conf.whoCame')}
        value={came}
        onChange={setCame}
        options={conference.seats.map(({ referralId, agencyName }) => ({
          value: referralId,
          label: agencyName,
        }))}
      />
      {items.map((item, n) => (
        <div className="agenda-item" key={item.itemId}>
          <p>
            <b>{item.question}</b>
          </p>
          <TextArea
            label={t('conf.discussion')}
            maxLength={4000}
            value={item.discussion}
            onChange={(event) => change(n, { discussion: event.target.value })}
            fault={fault(`/items/${n}/discussion`) ?? required(!item.discussion.trim())}
          />
          {item.decisions.map((one, k) => (
            <div className="stack" key={k}>
              <TextArea
                label={t('conf.decision')}
                hint={t('conf.decisionHint')}
                rows={2}
                maxLength={1000}
                value={one.text}
                onChange={(event) => decide(n, k, { text: event.target.value })}
                fault={fault(`/items/${n}/decisions/${k}/text`)}
              />
              {one.text.trim() && (
                <>
                  <Select
                    label={t('conf.owner')}
                    placeholder={t('conf.chooseOwner')}
                    value={one.owner}
                    onChange={(event) => decide(n, k, { owner: event.target.value })}
                    options={owners}
                    fault={
                      fault(`/items/${n}/decisions/${k}/referralId`) ??
                      fault(`/items/${n}/decisions/${k}/accountId`) ??
                      required(!one.owner)
                    }
                  />
                  <MomentInput
                    label={t('conf.until')}
                    value={one.until}
                    onChange={(event) => decide(n, k, { until: event.target.value })}
                    fault={fault(`/items/${n}/decisions/${k}/dueAt`) ?? required(!one.until)}
                  />
                </>
              )}
            </div>
          ))}
          <button
            type="button"
            className="link small"
            onClick={() => change(n, { decisions: [...item.decisions, NONE] })}
          >
            {t('conf.addDecision')}
          </button>
        </div>
      ))}
    </ActDialog>
  );
}
