#!/usr/bin/env python3
"""A second verifier of ledger exports, written apart from verify.mjs: python3 and its standard library only.

    python3 verify.py ledger.ndjson --key KEY... [--witness KEY]... [--quorum N] [--checkpoint KEPT]...

Exit codes as verify.mjs has them: 0 intact, 1 cannot be verified, 2 tampered, 3 incomplete, 4 wrong key, 5 quorum missing.
Ed25519 is not in the standard library; the verification of RFC 8032 (section 5.1.7) stands below, some forty lines.
"""
import argparse
import base64
import hashlib
import json
import os
import re
import struct
import sys

# ---- Ed25519, RFC 8032: points in extended coordinates (x, y, z, t), x*y = z*t.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def decompress(raw):
    number = int.from_bytes(raw, 'little')
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decompress(bytes.fromhex('58' + '66' * 31))


def ed25519(public, message, signature):
    point, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or point is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % L
    left, right = times(s, BASE), add(r, times(k, point))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---- The tree, RFC 6962.
def leaf_hash(data):
    return hashlib.sha256(b'\0' + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b'\1' + left + right).digest()


class Tree:
    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, node):
        size, self.size = 1, self.size + 1
        while self.peaks and self.peaks[-1][0] == size:
            node, size = node_hash(self.peaks.pop()[1], node), size * 2
        self.peaks.append((size, node))

    def root(self):
        if not self.peaks:
            return hashlib.sha256().digest()
        node = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            node = node_hash(left, node)
        return node


def from_inclusion(index, size, node, path):
    if not 0 <= index < size:
        return None
    if size == 1:
        return None if path else node
    if not path or len(path[-1]) != 32:
        return None
    split = 1 << ((size - 1).bit_length() - 1)
    if index < split:
        left = from_inclusion(index, split, node, path[:-1])
        return left and node_hash(left, path[-1])
    right = from_inclusion(index - split, size - split, node, path[:-1])
    return right and node_hash(path[-1], right)


# ---- Notes, c2sp.org/signed-note.
def exact(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        return b''
    return data if base64.b64encode(data).decode() == text else b''


class Key:
    def __init__(self, text):
        self.text = text.strip()
        parts = self.text.split('+', 2)
        data = exact(parts[2]) if len(parts) == 3 else b''
        if len(data) != 33 or data[0] not in (1, 4):
            raise ValueError('not an Ed25519 key of the form name+id+key: ' + self.text[:80])
        self.name, self.raw = parts[0], data[1:]
        self.id = hashlib.sha256(self.name.encode() + b'\n' + data).digest()[:4]
        if self.id.hex() != parts[1]:
            raise ValueError('a key that does not match its own id: ' + self.text[:80])


class Note:
    def __init__(self, text):
        body, blank, rest = str(text).rpartition('\n\n')
        lines = (body + '\n').split('\n')
        if not blank or not rest.endswith('\n') or len(lines) < 4 or not re.fullmatch('0|[1-9][0-9]{0,15}', lines[1], re.A):
            raise ValueError('not a checkpoint')
        self.body, self.origin, self.size, self.root = body + '\n', lines[0], int(lines[1]), exact(lines[2])
        self.signatures = []
        for line in rest[:-1].split('\n'):
            parts = line.split(' ')
            data = exact(parts[2]) if len(parts) == 3 and parts[0] == '\u2014' else b''
            if len(data) < 5:
                raise ValueError('not a signature line')
            self.signatures.append((parts[1], data[:4], data[4:]))
        if len(self.root) != 32:
            raise ValueError('not a root')

    def by(self, key):
        return [data for name, id, data in self.signatures if (name, id) == (key.name, key.id)]

    def signed_by(self, key):
        return self.origin == key.name and any(ed25519(key.raw, self.body.encode(), data) for data in self.by(key))

    def cosigned_by(self, key):
        return any(
            len(data) == 72
            and ed25519(key.raw, f'cosignature/v1\ntime {struct.unpack(">Q", data[:8])[0]}\n{self.body}'.encode(), data[8:])
            for data in self.by(key)
        )


def as_written(text):
    """A note that went over paper: a scanner or a mail changes line ends and dashes. What is signed is not touched."""
    lines = (line.rstrip() for line in re.split('\r\n|\r|\n', text.lstrip('\ufeff')))
    return '\n'.join(re.sub('^[-\u0080-\uffff]{1,3} ', '\u2014 ', line) for line in lines).rstrip() + '\n'


class Fault(Exception):
    def __init__(self, code, why, index=None):
        super().__init__(why)
        self.code, self.why, self.index = code, why, index


def note_of(text, index=None):
    try:
        return Note(text)
    except ValueError:
        raise Fault(4, 'a checkpoint that cannot be read', index) from None


class Examination:
    def __init__(self, keys, kept):
        self.keys, self.kept, self.key = keys, kept, None
        self.tree, self.ids, self.announced = Tree(), set(), []
        self.covered, self.number, self.latest, self.agreed = 0, 0, None, 0

    def begin(self, head):
        if head.get('kind') != 'head' or head.get('version') != 2 or head.get('scope') not in ('whole', 'case'):
            raise Fault(1, 'not an export')
        self.last, self.is_case = note_of(head.get('checkpoint')), head['scope'] == 'case'
        self.pass_kept()
        if self.is_case:
            self.key = next((key for key in self.keys if self.last.signed_by(key)), None)
            self.covered = -1
            if not self.key:
                raise Fault(4, 'not signed by the key of this ledger')

    def leaf(self, line):
        index, leaf = line.get('index'), line.get('leaf')
        if self.is_case:
            if not isinstance(index, int) or index <= self.covered:
                raise Fault(2, 'an entry twice or out of its place', index)
            path = [exact(part) for part in line.get('proof', [])]
            if not isinstance(leaf, str) or from_inclusion(index, self.last.size, leaf_hash(leaf.encode()), path) != self.last.root:
                raise Fault(2, 'its content is not what was sealed', index)
            self.covered = index
            return self.content(index, leaf)
        if index != self.tree.size:
            raise Fault(2, 'an entry is missing, twice or out of its place', self.tree.size)
        node = exact(line.get('hash'))
        if len(node) != 32 or (leaf is not None and (not isinstance(leaf, str) or leaf_hash(leaf.encode()) != node)):
            raise Fault(2, 'its content is not what was sealed', index)
        if leaf is not None:
            self.content(index, leaf)
        self.tree.append(node)
        return self.pass_kept()

    def content(self, index, leaf):
        try:
            entry = json.loads(leaf)
        except ValueError:
            raise Fault(2, 'its content cannot be read', index) from None
        if entry.get('id') in self.ids:
            raise Fault(2, 'the same entry twice', index)
        self.ids.add(entry.get('id'))
        if entry.get('act') == 'ledger.keyAnnounced' and entry.get('decision') == 'allowed':
            self.announced.append(entry.get('facts', {}))

    def checkpoint(self, line):
        if line.get('number') != self.number + 1:
            raise Fault(2, 'a seal is missing')
        alone = self.covered if self.tree.size > self.covered else None
        note = note_of(line.get('note'), alone)
        self.in_turn(note, alone)
        if note.size > self.tree.size:
            raise Fault(3, 'entries are missing at the end', self.tree.size)
        if note.size != self.tree.size or note.root != self.tree.root():
            raise Fault(2, 'these entries are not the ones that were signed', self.covered)
        self.number, self.covered, self.latest = line['number'], note.size, note

    def in_turn(self, note, index=None):
        self.key = self.key or next((key for key in self.keys if note.signed_by(key)), None)
        if not self.key:
            raise Fault(4, 'not signed by the key of this ledger', index)
        if note.signed_by(self.key):
            return
        self.key = next((key for key in map(self.next_key, self.announced) if key and note.signed_by(key)), None)
        if not self.key:
            raise Fault(4, 'not signed by the key of this ledger', index)

    def next_key(self, facts):
        try:
            new = Key(facts['newKey'])
            old_signature, new_signature = (base64.urlsafe_b64decode(facts[name] + '==') for name in ('oldSignature', 'newSignature'))
        except (KeyError, ValueError, TypeError):
            return None
        message = f'simpul ledger key\n{self.key.text}\n{new.text}\n'.encode()
        true = new.name == self.key.name and ed25519(self.key.raw, message, old_signature) and ed25519(new.raw, message, new_signature)
        return new if true else None

    def pass_kept(self):
        for note in self.kept:
            if note.size != self.tree.size:
                continue
            if note.root != self.tree.root():
                self.believe(note)
                raise Fault(2, 'two different histories were signed', self.agreed)
            self.agreed = note.size

    def believe(self, note):
        known = [*self.keys, self.key, *(map(self.next_key, self.announced) if self.key else [])]
        if not any(note.signed_by(key) for key in known if key):
            raise Fault(4, 'the checkpoint that was kept is not signed by the key of this ledger')

    def finish(self, ended, broken, quorum):
        if not self.is_case:
            if self.tree.size < self.last.size:
                raise Fault(3, 'entries are missing at the end', self.tree.size)
            if broken or not ended:
                raise Fault(3, 'the file ends before its end')
            if self.tree.size > self.covered or not self.latest:
                raise Fault(2, 'nobody signed these entries', self.covered)
            self.in_turn(self.last)
            if (self.last.size, self.last.root) != (self.latest.size, self.latest.root):
                raise Fault(2, 'two different histories were signed', 0)
            for note in self.kept:
                self.believe(note)
                if note.size > self.last.size:
                    raise Fault(3, 'a checkpoint that was kept covers more entries', self.last.size)
        count = len(self.ids) if self.is_case else self.tree.size
        if broken or not ended or ended.get('leaves') != count:
            raise Fault(3, 'the file ends before its end')
        if not quorum(self.last):
            raise Fault(5, 'too few witnesses signed the last seal')
        return count


FIELDS = {
    'head': {'kind', 'version', 'scope', 'case', 'keys', 'checkpoint'},
    'leaf': {'kind', 'index', 'hash', 'leaf', 'proof'},
    'checkpoint': {'kind', 'number', 'note'},
    'end': {'kind', 'leaves'},
}


def examine(path, examination, quorum):
    head = ended = None
    broken = False
    with open(path, encoding='utf-8', newline='\n') as lines:
        for text in lines:
            if broken:
                raise Fault(2, 'a damaged line', examination.tree.size)
            try:
                line = json.loads(text)
            except ValueError:
                broken = True
                continue
            if not isinstance(line, dict):
                raise Fault(1 if head is None else 2, 'a line that says nothing known', examination.tree.size)
            is_first, head = head is None, head or line
            if is_first:
                examination.begin(line)
            if not set(line) <= FIELDS.get(line.get('kind'), set()) or (line['kind'] == 'head') != is_first:
                raise Fault(2, 'a line that says nothing known', examination.tree.size)
            if is_first:
                continue
            if ended:
                raise Fault(2, 'lines after the end', examination.tree.size)
            if line.get('kind') == 'leaf':
                examination.leaf(line)
            elif line.get('kind') == 'checkpoint':
                examination.checkpoint(line)
            else:
                ended = line
    if head is None:
        raise Fault(1, 'not an export')
    return examination.finish(ended, broken, quorum)


def keys_from(text):
    if not os.path.exists(text):
        return [Key(text)]
    with open(text, encoding='utf-8') as lines:
        return [Key(line) for line in lines if line.strip() and not line.startswith('#')]


def main():
    arguments = argparse.ArgumentParser(description='Verifies an export of the ledger with public keys only.')
    arguments.add_argument('export')
    arguments.add_argument('--key', action='append', required=True)
    arguments.add_argument('--witness', action='append', default=[])
    arguments.add_argument('--quorum', type=int)
    arguments.add_argument('--checkpoint', action='append', default=[])
    arguments.add_argument('--since', action='append', default=[])
    given = arguments.parse_args()
    try:
        keys = [key for text in given.key for key in keys_from(text)]
        witnesses = [key for text in given.witness for key in keys_from(text)]
        kept = []
        for path in given.checkpoint + given.since:
            with open(path, encoding='utf-8', newline='') as file:
                kept.append(Note(as_written(file.read())))
        needed = len(witnesses) if given.quorum is None else given.quorum
        count = examine(given.export, Examination(keys, kept), lambda note: sum(map(note.cosigned_by, witnesses)) >= needed)
    except Fault as fault:
        place = '' if fault.index is None else f'entry {fault.index + 1}: '
        print(f'{["", "CANNOT BE VERIFIED", "NOT INTACT", "INCOMPLETE", "WRONG KEY", "WITNESSES MISSING"][fault.code]}: {place}{fault.why}.')
        return fault.code
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f'INTACT: {count} entries agree with what was signed.')
    return 0


if __name__ == '__main__':
    sys.exit(main())
