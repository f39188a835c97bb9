/** «Мои устройства»: each sees and ends his own, who keeps the settings everybody's. */
import type { Device } from '../../../src/domain/office/access/device'
import { idOf } from '../../../src/domain/office/access/secrets'
import { end, list } from '../../../src/usecases/access/devices'
import { type Given, knownTo, lookOf } from '../../fixtures/known'
import { type CallerName, callers } from '../../fixtures/staff'

const device = (email: string, since: string, name = 'iPhone, Safari'): Device => ({
  ...{ digest: `${email}${since}`.padEnd(43, '0'), email, tag: 't', name },
  ...{ since: Date.parse(`${since}T09:00Z`), seen: since },
})
const ofOffice = device('Office@example.org', '2026-11-20')
const ofDirector = device('director@example.org', '2026-11-21', 'Mac, Chrome')
const signedIn = { devices: [ofOffice, ofDirector], here: ofOffice, address: 'https://x/exec' }
const given = (who: CallerName): Given => ({ who: callers[who], facts: { signedIn } })

test.each<[CallerName, readonly string[]]>([
  ['officeManager', ['iPhone, Safari']],
  ['director', ['Mac, Chrome', 'iPhone, Safari']],
  ['administrator', ['Mac, Chrome', 'iPhone, Safari']],
  ['own', []],
])('%s sees %j', (who, names) => {
  expect(lookOf(list, {}, { ...given(who), facts: { signedIn: { ...signedIn, here: null } } })).toMatchObject({
    value: { devices: names.map((name) => ({ name })), address: 'https://x/exec' },
  })
})

test('this one first, with its days; the owner by name, whatever the case of the address', () => {
  expect(lookOf(list, {}, given('director'))).toMatchObject({
    value: { devices: [{ isHere: true, who: 'Титова Ольга', isOwn: false, since: '2026-11-20', until: '2026-12-20' }, { isOwn: true }] },
  })
})

test.each<[CallerName, Device, boolean]>([
  ['officeManager', ofOffice, true],
  ['officeManager', ofDirector, false],
  ['director', ofOffice, true],
  ['own', ofOffice, false],
])('%s ends %s: %s', (who, one, may) => {
  const input = { id: idOf(one.digest) }
  expect(end.deed?.(input, knownTo(end, input, given(who)))).toMatchObject(may ? { ok: true, value: { asked: [one] } } : { ok: false })
})
