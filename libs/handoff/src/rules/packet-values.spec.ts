import { describe, expect, it } from '@jest/globals';
import { packetValues, type ClientSource, type PacketSource, type PacketWording } from './packet-values.js';
import { FIELD_NAMES, FIELDS } from './field-catalogue.js';

const wording: PacketWording = {
  label: (list, code) => (list === 'TANDA_BAHAYA_ANAK' && code === 'CEKIKAN' ? code : `${list}/${code}`),
  instant: (at) => at.toISOString(),
  day: (at) => at.toISOString().slice(0, 10),
  date: (iso) => iso,
};
const kinanti: ClientSource = {
  name: 'Kinanti Rekaan',
  nik: '1674015203929951',
  birthDate: '1992-03-12',
  age: 34,
  ageBand: '25_44',
  sex: 'P',
  phone: '0812-0000-4201',
  address: 'Jalan Umpama 12',
  regionName: 'Prabumulih',
  school: null,
  disabilities: ['SENSORIK_RUNGU', 'BELUM_DIASESMEN'],
  safeContact: 'Telepon tetangga',
};
const child: ClientSource = {
  ...kinanti,
  name: 'Anak Rekaan',
  age: 7,
  nik: null,
  disabilities: [],
  safeContact: null,
};
const source: PacketSource = {
  clients: [kinanti],
  childrenAlong: [child, { ...child, name: null, age: 3 }],
  guardian: { name: 'Wali Umpama', relation: 'Nenek' },
  reported: [{ name: 'Suami Umpama', relation: 'SUAMI_ISTRI' }],
  risk: 'TINGGI',
  redFlags: ['CEKIKAN', 'SENJATA', 'KEHAMILAN'],
  occurredAt: new Date('2026-04-14T10:40:00Z'),
  place: 'RUMAH_TANGGA',
  online: false,
  narrative: 'cerita',
  companion: 'Pendamping, 0812-0000-9002',
  words: { request: 'Pemeriksaan leher', spvPresent: false },
};

describe('the values of a packet', () => {
  it('have a middle form for every field that the catalogue says has one', () => {
    const values = packetValues(source, wording);
    for (const field of FIELD_NAMES) {
      const value = values[field];
      if (value)
        expect({ field, masked: value.masked !== undefined }).toEqual({
          field,
          masked: FIELDS[field].masked,
        });
    }
  });

  it('mask without telling', () => {
    const values = packetValues(source, wording);
    expect(values['identity.name']).toEqual({ full: 'Kinanti Rekaan', masked: 'K••• R•••' });
    expect(values['identity.nik']?.masked).toBe('•••9951');
    expect(values['identity.phone']?.masked).toBe('•••01');
    expect(values['identity.birthDate']?.masked).toBe('1992');
    expect(values.children).toEqual({ full: 'Anak Rekaan, 7 tahun; Anak, 3 tahun', masked: '2 anak' });
    expect(values['incident.time']?.masked).toBe('2026-04-14');
  });

  it('tell of pregnancy to those who treat and to nobody else', () => {
    const values = packetValues(source, wording);
    expect(values['risk.flags']?.full).not.toContain('KEHAMILAN');
    expect(values['risk.healthFlags']?.full).toContain('KEHAMILAN');
    expect(values['risk.healthFlags']?.full).not.toContain('SENJATA');
  });

  it('say that she was strangled without the rest', () => {
    expect(packetValues(source, wording).medicalHistoryStrangulation?.full).toBe('Pernah dicekik');
    expect(packetValues({ ...source, redFlags: [] }, wording).medicalHistoryStrangulation).toBeUndefined();
  });

  it('are missing where nothing is known', () => {
    const values = packetValues(
      { ...source, occurredAt: null, guardian: null, narrative: null, childrenAlong: [] },
      wording,
    );
    for (const field of [
      'incident.time',
      'guardian',
      'chronology.full',
      'children',
      'legalQuestion',
      'school.name',
    ] as const)
      expect(values[field]).toBeUndefined();
    expect(values.spvPresent?.full).toBe('Belum ada');
  });
});
