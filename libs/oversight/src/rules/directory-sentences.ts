/** As in `sentences.ts`, which takes these in. */
interface Words {
  id: string;
  en: string;
}

const words = (id: string, en: string): Words => ({ id, en });

/** What people do with the directory of agencies and services. */
export const DIRECTORY_ACTS: Readonly<Record<string, Words>> = {
  'directory.edited': words(
    'mengubah keterangan sebuah lembaga',
    'changed what the directory says of an agency',
  ),
  'directory.contactsSet': words('mengubah kontak sebuah lembaga', 'changed an agency’s contacts'),
  'directory.verified': words(
    'memeriksa data sebuah lembaga',
    'checked what the directory says of an agency',
  ),
  'directory.unchanged': words('menyimpan data lembaga tanpa perubahan', 'saved an agency without a change'),
  'directory.serviceAdded': words('menambah layanan sebuah lembaga', 'added a service of an agency'),
  'directory.serviceEdited': words('mengubah layanan sebuah lembaga', 'changed a service of an agency'),
  'directory.serviceEnded': words('mengakhiri layanan sebuah lembaga', 'ended a service of an agency'),
  'directory.capacitySet': words('mencatat tempat yang kosong', 'noted how many places are free'),
  'directory.read': words('membaca direktori lembaga', 'read the directory of agencies'),
  'directory.exported': words('mengunduh direktori (HSDS)', 'downloaded the directory (HSDS)'),
  'directory.importTried': words('memeriksa berkas direktori (HSDS)', 'tried a file of a directory (HSDS)'),
  'directory.imported': words('memasukkan berkas direktori (HSDS)', 'imported a file of a directory (HSDS)'),
};

/** What a refused attempt would have become. */
export const DIRECTORY_PERMISSIONS: Readonly<Record<string, string>> = {
  'directory.edit': 'directory.edited',
  'directory.contacts': 'directory.contactsSet',
  'directory.verify': 'directory.verified',
  'directory.export': 'directory.exported',
  'directory.import': 'directory.imported',
};
