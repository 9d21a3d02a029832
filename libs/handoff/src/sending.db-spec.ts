import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type RefusalBody } from '#harness';

describe('what stands in the way of sending', () => {
  let stage: ReferralStage;
  let caseId: string;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    caseId = await stage.openCase();
  });
  afterAll(() => stage?.close());

  it('is a missing basis, class by class, and nothing has left', async () => {
    await stage.consent(caseId, 'RSUD', { scopes: ['IDENTITY'] });
    const id = await stage.draft(caseId);
    const refused = await stage.act(stage.sender, id, 'sending');
    expect([refused.status, refused.body.code]).toEqual([409, 'referral.consentMissing']);
    expect(refused.body.missing).toEqual(
      ['RISK_SAFETY', 'HEALTH_PSYCH', 'CHRONOLOGY'].map((dataClass) => ({
        dataClass,
        code: 'consent.missing',
      })),
    );
    expect(await stage.page(stage.sender, id)).toMatchObject({ status: 'draft', number: null });
    const lowered = {
      'risk.level': 'NONE',
      safeContact: 'NONE',
      'risk.healthFlags': 'NONE',
      complaint: 'NONE',
    };
    const levels = {
      ...lowered,
      medicalHistoryStrangulation: 'NONE',
      summary: 'NONE',
      'incident.time': 'NONE',
    };
    done(await stage.sender.patch(`/referrals/${id}`, { levels }));
    done(await stage.act(stage.sender, id, 'sending'));
    const packet = (await stage.page(stage.hospital, id)).disclosure!.fields.map((one) => one.field);
    expect(packet).toEqual(expect.arrayContaining(['identity.name', 'request', 'spvPresent']));
    for (const field of Object.keys(levels)) expect(packet).not.toContain(field);
  });

  it('is a client’s name in the text for a receiver who must not learn it', async () => {
    await stage.consent(caseId, 'DISDIKBUD', { scopes: ['IDENTITY', 'RISK_SAFETY'] });
    const id = await stage.draft(caseId, 'disdikbud', 'LAYANAN_SEKOLAH', {
      request: 'Penjemputan anak hanya oleh Kinanti.',
      summary: undefined,
      purposeFields: { schoolAction: 'Hanya ibu yang menjemput.' },
    });
    const preview = done(await stage.sender.get<{ nameFound: string[] }>(`/referrals/${id}/disclosure`));
    expect(preview.nameFound).toEqual(['Kinanti']);
    const refused = await stage.act(stage.sender, id, 'sending');
    expect([refused.status, refused.body.code]).toEqual([409, 'disclosure.nameInText']);
    expect(JSON.stringify(refused.body)).not.toContain('Kinanti');
    done(await stage.sender.patch(`/referrals/${id}`, { request: 'Penjemputan anak hanya oleh klien.' }));
    done(await stage.act(stage.sender, id, 'sending'));
    const school = await stage.page(stage.api.as('petugas@disdikbud'), id);
    // Only the pupil, by name and school: not the mother, not the story.
    expect(school.disclosure!.fields.find((one) => one.field === 'identity.name')?.value).toBe('Bima Rekaan');
    expect(JSON.stringify(school)).not.toMatch(/Kinanti|NARASI|Wirasena|4209/);
  });

  it.each([
    ['dinkes', 'MEDIASI', 'referral.mediation.risk'],
    ['rsud-igd', 'LITMAS', 'referral.service.notOffered'],
    ['puspaga', 'KONSULTASI_KELUARGA', 'referral.receiver.doesNotTakeTrack'],
    ['uptd-ppa', 'KONSELING', 'referral.receiver.isSender'],
    ['dppkbpppa', 'PENGADUAN', 'referral.receiver.neverReceivesPersons'],
  ])('is a receiver that is not open: %s %s', async (agency, service, code) => {
    const refused = await stage.tryDraft(caseId, agency, service);
    expect([refused.status, refused.body.code]).toEqual([409, code]);
  });

  it('is a conflict of interest of anybody in the reported person’s house', async () => {
    const conflicted = await stage.openCase({
      reportedPersons: [
        { ...{ name: 'Dokter Umpama', relation: 'SUAMI_ISTRI' }, agencyId: stage.agencies.get('rsud-igd') },
      ],
    });
    const refused = await stage.tryDraft(conflicted, 'dinsos-rehab', 'REHABILITASI_SOSIAL');
    expect([refused.status, refused.body.code]).toEqual([409, 'referral.receiver.conflictOfInterest']);
    done(await stage.tryDraft(conflicted, 'polres-ppa', 'PENEGAKAN_HUKUM'));
  });

  it('is a level above the ceiling or a field that does not exist', async () => {
    const refused = await stage.tryDraft(caseId, 'rsud-igd', 'KESEHATAN', {
      levels: { 'chronology.full': 'FULL', 'identity.shoes': 'FULL' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      { pointer: '/levels/chronology.full', code: 'disclosure.aboveMax' },
      { pointer: '/levels/identity.shoes', code: 'disclosure.unknownField' },
    ]);
  });

  it('is that it was sent already', async () => {
    const { id } = await stage.sent();
    const again = await stage.act(stage.sender, id, 'sending');
    expect([again.status, again.body.code]).toEqual([409, 'referral.send.not-from-requested']);
    const edit = await stage.sender.patch<RefusalBody>(`/referrals/${id}`, { request: 'Lain' });
    expect([edit.status, edit.body.code]).toEqual([409, 'referral.edit.not-from-requested']);
  });
});
