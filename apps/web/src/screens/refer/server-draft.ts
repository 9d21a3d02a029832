import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api, withKey } from '../../api/client';
import { AttemptKeys } from '../../api/attempt-keys';
import { asProblem, type Problem } from '../../api/problem';
import type { Level, Referral, ReferralDraft } from '../../api/contract';

export interface ReferForm {
  draftId?: string;
  toAgencyId: string;
  serviceCode: string;
  urgency: 'SEGERA' | 'BIASA';
  request: string;
  /** The request was written by the screen, not by the person: another service may replace it. */
  requestIsDefault: boolean;
  summary: string;
  purposeFields: Record<string, string | boolean>;
  levels: Record<string, Level>;
  /** The referral that was declined and whose place this one takes. */
  followsReferralId?: string;
}

export const EMPTY_REFER: ReferForm = {
  toAgencyId: '',
  serviceCode: '',
  urgency: 'BIASA',
  request: '',
  requestIsDefault: true,
  summary: '',
  purposeFields: {},
  levels: {},
};

export function asDraft(form: ReferForm): ReferralDraft {
  const purposeFields = Object.fromEntries(
    Object.entries(form.purposeFields).filter(([, value]) => value !== ''),
  );
  return {
    toAgencyId: form.toAgencyId,
    serviceCode: form.serviceCode,
    urgency: form.urgency,
    followsReferralId: form.followsReferralId,
    request: form.request.trim(),
    summary: form.summary.trim() || undefined,
    ...(Object.keys(purposeFields).length > 0 ? { purposeFields } : {}),
    ...(Object.keys(form.levels).length > 0 ? { levels: form.levels } : {}),
  };
}

export const fromReferral = (referral: Referral): ReferForm => ({
  draftId: referral.id,
  followsReferralId: referral.followsReferralId ?? undefined,
  toAgencyId: referral.toAgency.id,
  serviceCode: referral.service.code,
  urgency: referral.urgency === 'SEGERA' ? 'SEGERA' : 'BIASA',
  request: referral.request ?? '',
  requestIsDefault: false,
  summary: referral.summary ?? '',
  purposeFields: { ...referral.purposeFields } as ReferForm['purposeFields'],
  levels: { ...referral.levels } as ReferForm['levels'],
});

const complete = (form: ReferForm): boolean =>
  !!form.toAgencyId && !!form.serviceCode && form.request.trim() !== '';
/** Longer than the pause between keystrokes, shorter than patience. */
const PAUSE_MS = 500;

/**
 * Keeps the draft on the server in step with the form: created at the first complete choice, changed after each pause
 * in typing, one request at a time. The preview is asked anew after each; it always shows what the server would send.
 */
export function useServerDraft(caseId: string, form: ReferForm, setDraftId: (id: string) => void) {
  const client = useQueryClient();
  const keys = useRef(new AttemptKeys());
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const savedText = useRef('');
  const running = useRef<Promise<string | undefined>>(undefined);
  const latest = useRef(form);
  latest.current = form;

  const save = useCallback(async (): Promise<string | undefined> => {
    while (running.current) await running.current;
    const now = latest.current;
    if (!complete(now)) return now.draftId;
    const body = asDraft(now);
    const text = JSON.stringify(body);
    if (text === savedText.current && now.draftId) return now.draftId;
    const task = (async () => {
      setSaving(true);
      try {
        const headers = withKey(keys.current.next({ draft: now.draftId, body }));
        const referral = now.draftId
          ? await answer(
              api.PATCH('/api/referrals/{id}', { params: { path: { id: now.draftId } }, body, headers }),
            )
          : await answer(
              api.POST('/api/cases/{id}/referrals', { params: { path: { id: caseId } }, body, headers }),
            );
        keys.current.settled();
        savedText.current = text;
        setProblem(undefined);
        if (!now.draftId) {
          latest.current = { ...latest.current, draftId: referral.id };
          setDraftId(referral.id);
        }
        // A packet that is on its way was put together before these words: asking again alone would wait for that one.
        const queryKey = ['disclosure', referral.id];
        await client.cancelQueries({ queryKey });
        await client.invalidateQueries({ queryKey });
        return referral.id;
      } catch (error) {
        const refused = asProblem(error);
        if (!refused.mayHaveArrived) keys.current.settled();
        setProblem(refused);
        return undefined;
      } finally {
        setSaving(false);
        running.current = undefined;
      }
    })();
    running.current = task;
    return task;
  }, [caseId, client, setDraftId]);

  const text = JSON.stringify(asDraft(form));
  useEffect(() => {
    if (!complete(latest.current)) return;
    const timer = setTimeout(() => void save(), latest.current.draftId ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [text, save]);

  return { save, saving, problem };
}
