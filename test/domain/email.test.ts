/** Addresses that a letter reaches, and those that only look so. */

import { isEmail, isOneEmail } from '../../src/domain/client/email'

test.each(['prichal@example.org', 'Anna.Ivanova+nko@Mail.Example.org', 'почта@не', 'office@центр.рф', 'a@x.org, b@x.org'])('%s', (text) => {
  expect(isEmail(text)).toBe(text !== 'почта@не')
})

test.each([
  'anna@mаyak.org',
  'anna@mayak.оrg',
  'аnna@mayak.org',
  'a@x.org.',
  'a@x.org b@x.org',
  'mailto:a@x.org',
  'Анна <a@x.org>',
  'a@x',
  '@x.org',
  'a@@x.org',
])('«%s» is nobody’s', (text) => {
  expect(isOneEmail(text)).toBe(false)
})
