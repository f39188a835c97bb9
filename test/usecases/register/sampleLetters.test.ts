/** What people are written, each kind once, for a look from the settings. */
import { samples, test as trial } from '../../../src/usecases/register/sampleLetters'
import { defaultSettings } from '../../fixtures/builders'
import { knownTo, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const office = { settings: { ...defaultSettings, centreName: 'Центр «Поморье»', centrePhone: '11-22-33' } }
const letters = shownBy(samples, {}, { office }).letters

test('with the office’s own name and phone, and links that lead nowhere', () => {
  expect(new Set(letters.map(({ kind }) => kind)).size).toBe(19)
  for (const { kind, subject, body, html } of letters) {
    expect([kind, subject, body].every((text) => text !== '')).toBe(true)
    expect(`${body}${html}`).not.toMatch(/⟦|undefined|null/)
    expect(`${body}${subject}`).toContain('Поморье')
  }
  expect(letters.find(({ kind }) => kind === 'booked')?.body).toContain('11-22-33')
  expect(letters.find(({ kind }) => kind === 'report')?.body).toContain('(ссылка)')
})

test('a trial goes to whoever asks, at once', () => {
  const known = knownTo(trial, { kind: 'booked' }, { office, who: callers.director })
  const asked = trial.deed?.({ kind: 'booked' }, known)
  expect(asked).toMatchObject({
    ok: true,
    value: { kind: 'letter', asked: { to: 'director@example.org', subject: expect.stringMatching(/^Проба: /) } },
  })
  expect(trial.deed?.({ kind: 'spam' }, known)).toMatchObject({ ok: false, problem: { code: 'badValue' } })
  expect(trial.answer?.({ known } as never, { kind: 'booked' })).toEqual({ to: 'director@example.org' })
})

test('whoever reads may look; the settings’ right to try', () => {
  expect(whoMay(samples, {})).toEqual(everyReader)
  expect(trial.may).toBe('settings')
})
