/** Links in letters: what is signed, how an address is written and read back. */

import { emptyDeal } from '../../src/domain/deal/deal'
import { linkPurposes, linkQuery, linkTag, readLink, signedText } from '../../src/domain/external/signedLink'

const signature = 'aB3_-'.repeat(9).slice(0, 43)
const link = { purpose: 'report', dealId: 41217, until: '2026-12-08', tag: '1x8f0ab', signature, value: '' } as const
const parametersOf = (query: string) => Object.fromEntries(new URLSearchParams(query))

test('an address carries purpose, number, day, tag and signature, nothing personal', () => {
  expect(linkQuery(link)).toBe(`p=report&d=41217&u=20261208&k=1x8f0ab&s=${signature}`)
  expect(signedText(link)).toBe('report|41217|2026-12-08|1x8f0ab')
})

test.each([
  link,
  { ...link, tag: '' },
  { ...link, purpose: 'decide', value: 'allow' } as const,
  { ...link, purpose: 'feedback', value: '5' } as const,
])('what is written is read back: %o', (one) => {
  expect(readLink(parametersOf(linkQuery(one)))).toEqual(one)
})

test.each([
  ['p', 'admin'],
  ['p', '__proto__'],
  ['d', '0'],
  ['d', '041217'],
  ['d', '1e5'],
  ['d', '9999999999'],
  ['u', '2026-12-08'],
  ['u', '20261208x'],
  ['k', 'A'],
  ['k', 'a|b'],
  ['k', '12345678'],
  ['s', ''],
  ['s', `${signature}=`],
  ['s', `${signature.slice(0, 42)}+`],
])('%s = «%s» is no link of ours', (name, value) => {
  expect(readLink({ ...parametersOf(linkQuery(link)), [name]: value })).toBeNull()
})

describe('the tag: whoever had a link before a change has none after it', () => {
  const deal = {
    ...emptyDeal,
    consultant: 'ПН',
    project: 'Школа',
    externalAskedAt: '2026-11-23T09:00',
    feedbackAskedAt: '2026-11-27T15:00',
    outsideIds: 'flat:f1',
  }
  const tags = (other: object) => linkPurposes.map((purpose) => linkTag(purpose, { ...deal, ...other }) === linkTag(purpose, deal))

  test.each([
    ['another consultant', { consultant: 'ЛФ' }, [false, true, true, true, false, true]],
    ['another hour', { start: '2026-11-27T15:00' }, [true, true, true, true, false, true]],
    ['another project asked', { project: 'Поддержка ТОС' }, [true, true, false, true, true, true]],
    ['asked anew', { externalAskedAt: '2026-11-23T09:01' }, [true, true, false, true, true, true]],
    ['feedback asked anew', { feedbackAskedAt: '2026-12-04T15:00' }, [true, false, true, true, true, true]],
    ['another sending of the form', { outsideIds: 'flat:f2' }, [true, true, true, true, true, false]],
    ['taken up elsewhere too', { outsideIds: 'flat:f1 amo:41003' }, [true, true, true, true, true, true]],
    ['another stage, another version', { stage: 'won', version: 9 }, [true, true, true, true, true, true]],
  ])('%s', (_name, other, same) => {
    expect(tags(other)).toEqual(same)
  })

  test('seven signs at most', () => {
    for (const consultant of ['ММ', 'АКт', 'Я'.repeat(500)]) expect(linkTag('report', { ...deal, consultant })).toMatch(/^[a-z\d]{1,7}$/)
  })
})
