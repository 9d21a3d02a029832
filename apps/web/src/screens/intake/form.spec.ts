import { describe, expect, it } from '@jest/globals';
import { asReport, EMPTY_INTAKE, missingOf, requiredOf, type Intake } from './form';

const FILLED: Intake = {
  ...EMPTY_INTAKE,
  clientSafeNow: 'NO',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  narrative: ' Klien bercerita. ',
  age: '34',
  sex: 'P',
  safeChannel: 'ORANG_TEPERCAYA',
  safeWho: 'kakak',
  safeValue: '0812-0000-4209',
  safeNote: 'Jangan WhatsApp.',
  relation: 'SUAMI_ISTRI',
};

describe('the intake form', () => {
  it('needs nine fields for a case of violence, never more than twelve', () => {
    expect(requiredOf(EMPTY_INTAKE)).toHaveLength(9);
    expect(missingOf(FILLED)).toEqual([]);
  });

  it('asks neither for a reported person nor for a safe channel when there is no violence', () => {
    const family: Intake = { ...EMPTY_INTAKE, contexts: ['KELUARGA_TANPA_KEKERASAN'] };
    expect(requiredOf(family).map((field) => field.pointer)).not.toContain('/reportedPersons/0/relation');
    expect(asReport({ ...family, relation: 'ORANG_TUA' }).reportedPersons).toEqual([]);
  });

  it('names what is missing by the pointer that the API uses', () => {
    expect(missingOf(EMPTY_INTAKE)[0]).toEqual({ pointer: '/clientSafeNow', code: 'required' });
  });

  it('leaves out what was left empty, and keeps a trusted person as the first words of the note', () => {
    const report = asReport(FILLED);
    expect(report.narrative).toBe('Klien bercerita.');
    expect(report.victims[0]).toMatchObject({ ageYears: 34, sex: 'P' });
    expect(report.victims[0]?.nik).toBeUndefined();
    expect(report.victims[0]?.safeContact).toEqual({
      channel: 'TELEPON',
      value: '0812-0000-4209',
      note: 'Lewat orang tepercaya: kakak. Jangan WhatsApp.',
      window: undefined,
      mayLeaveMessage: false,
    });
  });

  it('never sends a number when nobody may be contacted', () => {
    const contact = asReport({ ...FILLED, safeChannel: 'JANGAN_DIHUBUNGI' }).victims[0]?.safeContact;
    expect(contact).toEqual({
      channel: 'TIDAK_DIKETAHUI',
      note: 'Jangan dihubungi. Jangan WhatsApp.',
      mayLeaveMessage: false,
    });
  });
});
