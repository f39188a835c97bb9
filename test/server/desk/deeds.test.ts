/** What is done outside of register and calendar: first, without the lock, and taken back where the card does not list it. */
import type { Input } from '../../../src/rpc/contract'
import { DataError } from '../../../src/server/desk/dataError'
import { run } from '../../../src/server/desk/run'
import { attach } from '../../../src/usecases/card/attachFile'
import { method } from '../../../src/usecases/method/method'
import { test as trial } from '../../../src/usecases/register/sampleLetters'
import { assignedDeal } from '../../fixtures/builders'
import { byOffice, dealIn, fakeDesk, thrownBy } from '../../fixtures/fakeDesk'
import type { FakeGoogle } from '../../fixtures/fakeGoogle'
import { sheetNamed } from '../../fixtures/fakeGrid'
import { refTo } from '../../fixtures/known'

const deal = assignedDeal()

const desk = () => fakeDesk([deal])

describe('a deed outside of register and calendar', () => {
  const input: Input<'file/attach'> = { deal: refTo(deal), name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERg==' }
  const quiet = (google: FakeGoogle) => google.calls.filter((name) => name !== 'file.share')

  test('is done before the lock; under it the card lists the file', () => {
    const google = desk()
    expect(run(attach, input, byOffice)).toMatchObject({ ok: true })
    expect(quiet(google)).toEqual(['read', 'file.list', 'file.save', 'file.save', 'lock', 'read', 'write', 'release'])
    expect(dealIn(google, deal.id)['files']).toBe('смета.pdf https://drive.example.org/file-смета.pdf')
  })

  test('is not done where the office says no', () => {
    const google = desk()
    expect(run(attach, { ...input, name: 'вирус.exe' }, byOffice)).toMatchObject({ ok: false, problem: { code: 'fileType' } })
    expect(google.calls).toEqual(['read'])
  })

  test('is not done for a card that cannot be read', () => {
    const google = desk()
    const { cells } = sheetNamed(google.sheets, 'deals')
    if (cells[1]) cells[1][(cells[0] ?? []).indexOf('Начало')] = 'в среду'
    expect(() => run(attach, input, byOffice)).toThrow(DataError)
    expect([google.calls, google.files.size]).toEqual([['read'], 0])
  })

  test('is taken back where the card does not list it: closed meanwhile, or the lock did not come', () => {
    const google = desk()
    google.before('lock', () => sheetNamed(google.sheets, 'deals').cells.splice(1, 1))
    expect(run(attach, input, byOffice)).toMatchObject({ ok: false, problem: { code: 'dealNotFound' } })
    expect(google.files.has('file-смета.pdf')).toBe(false)
    const busy = desk()
    Object.assign(globalThis, { LockService: { getScriptLock: () => ({ tryLock: () => false, releaseLock: () => undefined }) } })
    expect(thrownBy(() => run(attach, input, byOffice))).toMatchObject({ code: 'lockBusy' })
    expect(busy.files.has('file-смета.pdf')).toBe(false)
  })

  test('stays where nobody knows whether the card lists it', () => {
    const google = desk()
    google.before('write', () => {
      throw new Error('Service Spreadsheets timed out')
    })
    expect(() => run(attach, input, byOffice)).toThrow()
    expect(google.files.has('file-смета.pdf')).toBe(true)
  })

  test('alone it needs no lock and writes nothing', () => {
    const google = desk()
    const settings = method('letter/test', { ...trial, may: 'read' })
    expect(run(settings, { kind: 'booked' }, byOffice)).toEqual({ ok: true, value: { to: 'office@example.org' } })
    expect([google.calls, google.mail]).toEqual([['read', 'mail'], ['office@example.org']])
    expect(run(trial, { kind: 'booked' }, byOffice)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } })
    expect(google.mail).toHaveLength(1)
  })
})
