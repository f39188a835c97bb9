/** The one way of every method: lock, read, decide, calendar, commit, release; what is done outside of it. */
import type { Input } from '../../../src/rpc/contract'
import { DataError } from '../../../src/server/desk/dataError'
import { run } from '../../../src/server/desk/run'
import { StrangerError } from '../../../src/server/desk/session'
import { book } from '../../../src/usecases/booking/bookSlot'
import { reschedule } from '../../../src/usecases/booking/rescheduleDeal'
import { open } from '../../../src/usecases/card/openDeal'
import { changes } from '../../../src/usecases/changes'
import { pay } from '../../../src/usecases/externals/externalMonth'
import { note } from '../../../src/usecases/intake/noteCall'
import { method } from '../../../src/usecases/method/method'
import { deal, desk, noteInput, times } from '../../fixtures/bookedDesk'
import { acceptedDeal, heldDeal } from '../../fixtures/builders'
import { byBelova, byMorozova, byOffice, byStranger, everythingIn, thrownBy } from '../../fixtures/fakeDesk'
import type { FakeGoogle } from '../../fixtures/fakeGoogle'
import { sheetNamed } from '../../fixtures/fakeGrid'
import { refTo } from '../../fixtures/known'

describe('the order of calls', () => {
  test('lock, one read, one write, release', () => {
    const google = desk()
    expect(run(note, noteInput, byOffice)).toMatchObject({ ok: true, value: { ref: { version: 2 } } })
    expect(google.calls).toEqual(['lock', 'read', 'write', 'release'])
  })

  test('with the calendar: what is there is read after the rows, changed before the commit', () => {
    const google = desk()
    const at = { start: '2026-11-26T10:00', end: '2026-11-26T11:00', etag: null }
    expect(run(reschedule, { deal: refTo(deal), slot: null, at, reason: 'просил клиент' }, byOffice)).toMatchObject({ ok: true })
    expect(google.calls).toEqual(['lock', 'read', 'events.list', 'events.patch', 'write', 'release'])
    expect(google.events.get('event-1')?.start?.dateTime).toBe('2026-11-26T10:00:00')
  })

  test('who only looks takes no lock', () => {
    const google = desk()
    expect(run(open, { id: deal.id, row: 2, clientId: 7 }, byOffice)).toMatchObject({ ok: true, value: { deal } })
    expect(google.calls).toEqual(['read'])
  })

  test('a plan of the product’s own sheets waits for nobody', () => {
    const google = desk()
    const rows = [{ table: 'settings' as const, row: 2, values: { value: 'другой' } }]
    const unlocked = method('settings/save', {
      may: 'read',
      unlocked: true,
      decide: () => ({ ok: true, changes: changes({ kind: 'x', rows }) }),
      answer: () => ({ settings: [] }),
    })
    expect(run(unlocked, { values: {} }, byOffice).ok).toBe(true)
    expect(google.calls).toEqual(['read', 'write'])
  })

  test('a plan of nothing writes nothing', () => {
    const paid = heldDeal({ consultant: 'ММ', paidAt: '2026-11-20T10:00' })
    const google = desk(paid)
    const nothing = method('external/pay', {
      may: 'read',
      decide: () => ({ ok: true, changes: changes({ kind: 'x' }) }),
      answer: () => ({ deals: [] }),
    })
    expect(run(nothing, { deals: [], paid: true }, byOffice)).toEqual({ ok: true, value: { deals: [] } })
    expect(google.calls).toEqual(['lock', 'read', 'release'])
    expect(pay.name).toBe(nothing.name)
  })
})

describe('nothing is written', () => {
  const refused = (work: (google: FakeGoogle) => void, google = desk()) => {
    const before = everythingIn(google)
    work(google)
    expect(everythingIn(google)).toBe(before)
    return google.calls
  }

  test('on a refusal', () => {
    const stale = { ...noteInput, deal: { ...refTo(deal), version: 0 } }
    expect(refused(() => expect(run(note, stale, byOffice)).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } }))).toEqual([
      'lock',
      'read',
      'release',
    ])
  })

  test('for a colleague’s deal', () => {
    expect(refused(() => expect(run(note, noteInput, byBelova)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } }))).toEqual([
      'lock',
      'read',
      'release',
    ])
    expect(run(note, noteInput, byMorozova).ok).toBe(true)
  })

  test('before his right is asked nothing is decided, and nothing told of what stands', () => {
    const google = desk()
    const decide = jest.fn(() => ({ ok: true as const, changes: changes({ kind: 'x' }) }))
    const again = jest.fn(() => null)
    expect(run(method('deal/fill', { may: 'settings', again, decide }), { deal: refTo(deal), fields: {} }, byMorozova)).toMatchObject({
      ok: false,
      problem: { code: 'notAllowed' },
    })
    expect([decide.mock.calls, again.mock.calls]).toEqual([[], []])
    expect(google.calls).toEqual(['lock', 'read', 'release'])
  })

  test('for a stranger, who sees nothing either', () => {
    expect(refused(() => expect(() => run(note, noteInput, byStranger)).toThrow(StrangerError))).toEqual(['lock', 'read', 'release'])
    expect(refused(() => expect(() => run(open, { id: deal.id, row: 2, clientId: 7 }, byStranger)).toThrow(StrangerError))).toEqual([
      'read',
    ])
  })

  test('on a row that cannot be read: its cell is named', () => {
    const google = desk()
    const { cells } = sheetNamed(google.sheets, 'deals')
    const at = (cells[0] ?? []).indexOf('Начало')
    if (cells[1]) cells[1][at] = 'в среду'
    refused(() => {
      const thrown = thrownBy(() => run(note, noteInput, byOffice))
      expect(thrown).toBeInstanceOf(DataError)
      expect((thrown as DataError).issues).toMatchObject([{ where: 'Сделки', row: 2, column: 'Начало' }])
    }, google)
    expect(google.calls).toEqual(['lock', 'read', 'release'])
    expect(() => run(open, { id: deal.id, row: 2, clientId: 7 }, byOffice)).toThrow(DataError)
  })

  test('A3: where somebody was faster in the calendar', () => {
    const waiting = acceptedDeal({ topic: 10 })
    const google = desk(waiting)
    const slot = { eventId: 'event-1', etag: '"old"', start: times[0], end: times[1], event: { start: times[0], end: times[1] } }
    const input: Input<'deal/book'> = {
      deal: refTo(waiting),
      consultant: 'ММ',
      topic: 10,
      format: 'inPerson',
      place: '',
      minutes: 60,
      slot,
    }
    refused(
      () =>
        expect(run(book, input, byOffice)).toMatchObject({ ok: false, problem: { code: 'slotTaken', start: times[0], consultant: 'ММ' } }),
      google,
    )
    expect(google.calls).toEqual(['lock', 'read', 'events.list', 'release'])
  })
})

describe('the lock', () => {
  test('is released when deciding throws, and when the write fails', () => {
    const google = desk()
    const broken = method('deal/fill', {
      may: 'fill',
      decide: () => {
        throw new Error('a defect')
      },
    })
    expect(() => run(broken, { deal: refTo(deal), fields: {} }, byOffice)).toThrow('a defect')
    expect(google.calls).toEqual(['lock', 'read', 'release'])
    google.forget()
    google.before('write', () => {
      throw new Error('Service Spreadsheets timed out')
    })
    expect(thrownBy(() => run(note, noteInput, byOffice))).toMatchObject({ code: 'timeout' })
    // Whether it has landed all the same is looked at before anything is said.
    expect(google.calls).toEqual(['lock', 'read', 'write', 'read', 'release'])
  })

  test('busy: nothing is read', () => {
    const google = desk()
    Object.assign(globalThis, { LockService: { getScriptLock: () => ({ tryLock: () => false, releaseLock: () => undefined }) } })
    expect(thrownBy(() => run(note, noteInput, byOffice))).toMatchObject({ code: 'lockBusy' })
    expect(google.calls).toEqual([])
  })

  test('one that cannot be released does not undo what was committed', () => {
    const google = desk()
    google.before('release', () => {
      throw new Error('lock is lost')
    })
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(run(note, noteInput, byOffice).ok).toBe(true)
    expect(error).toHaveBeenCalledWith(expect.stringContaining('lock is lost'))
    error.mockRestore()
  })
})
