import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Referral, UpdatePreview } from '../../api/contract';
import { Button } from '../../elements/button';
import { IconClock } from '../../elements/icons';
import { useWords } from '../../words/words';
import { UpdateDialog } from './update-dialog';
import './update.css';

/** For the sender: what has changed in the case since the receiver was told, and the way to tell it. */
export function UpdatePanel({ referral }: { referral: Referral }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const asked = useQuery({
    queryKey: ['referral', referral.id, 'update'],
    queryFn: () =>
      answer(
        api.POST('/api/referrals/{id}/update-preview', { params: { path: { id: referral.id } }, body: {} }),
      ),
    // Each question is recorded.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  if (!asked.data) return null;
  const preview: UpdatePreview = asked.data;
  const { changes } = preview;
  return (
    <section className={`update-panel ${changes.length > 0 ? 'news' : ''}`} aria-label={t('update.title')}>
      <p>
        <IconClock size={17} aria-hidden="true" />
        <span>
          {changes.length > 0 ? (
            <>
              <b>{t('update.changed')}</b> {changes.map(({ label }) => label).join(', ')}.
            </>
          ) : (
            t('update.same')
          )}
        </span>
      </p>
      <Button onClick={() => setOpen(true)}>{t(changes.length > 0 ? 'update.look' : 'update.add')}</Button>
      {open && <UpdateDialog referral={referral} first={preview} onClose={() => setOpen(false)} />}
    </section>
  );
}
