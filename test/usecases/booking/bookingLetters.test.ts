/** A1, R2, G6: who is written to about a booking. */
import { bookedLetters, movedLetters, reassignedLetters, toldAt } from '../../../src/usecases/booking/bookingLetters'
import type { Letter } from '../../../src/usecases/changes'
import { assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { deskOf, type Given, momentOf } from '../../fixtures/known'
import { belova, morozova } from '../../fixtures/staff'

const booking = { deal: assignedDeal(), client: client(), person: morozova }
const silent: Given = { office: { settings: { ...defaultSettings, clientLetters: false } } }
const to = (letters: readonly Letter[]) => letters.map(({ key, to: address }) => `${key} ${address}`)
const before = { before: '2026-11-24T10:00', told: '2026-11-24T10:00' }

test('booked: consultant and client, under the version that comes', () => {
  expect(to(bookedLetters(booking, deskOf(), momentOf()))).toEqual([
    'consultant:41721v2 gg0@example.org',
    'client:41721v2 client1@example.org',
  ])
  expect(to(bookedLetters(booking, deskOf(silent), momentOf()))).toEqual(['consultant:41721v2 gg0@example.org'])
  expect(to(bookedLetters({ ...booking, client: null, person: { ...morozova, email: '' } }, deskOf(), momentOf()))).toEqual([])
})

test('R2: moved, the consultant only where somebody else did it', () => {
  const moved = (tellConsultant: boolean) =>
    to(movedLetters(booking, { ...before, reason: 'просил клиент', tellConsultant }, deskOf(), momentOf()))
  expect(moved(true)).toHaveLength(2)
  expect(moved(false)).toEqual(['client:41721v2 client1@example.org'])
})

test('the former time is named only where the client knows of it', () => {
  const body = (told: string | null) =>
    movedLetters(booking, { before: before.before, told, reason: '', tellConsultant: false }, deskOf(), momentOf())[0]?.body ?? ''
  expect(body(before.told)).toContain('24 ноября')
  expect(body(null)).not.toContain('24 ноября')
})

test('G6: the new one, the one before, and the client', () => {
  const given = { ...booking, person: belova }
  expect(to(reassignedLetters(given, { ...before, left: morozova }, deskOf(), momentOf()))).toEqual([
    'consultant:41721v2 ph9@example.org',
    'left:41721v2 gg0@example.org',
    'client:41721v2 client1@example.org',
  ])
  expect(to(reassignedLetters(given, { ...before, left: undefined }, deskOf(), momentOf()))).toHaveLength(2)
  expect(to(reassignedLetters(given, { ...before, left: { ...morozova, email: '' } }, deskOf(), momentOf()))).toHaveLength(2)
})

test('A1: told by a letter to the client alone', () => {
  const letters = bookedLetters(booking, deskOf(), momentOf())
  expect(toldAt(letters, momentOf())).toBe('2026-11-23T09:00')
  expect(toldAt(letters.slice(0, 1), momentOf())).toBeNull()
})
