/** MailApp as Google describes it. */
import { colleague, owner, probe, probeError, probeWorld } from './probe'

describe('MailApp', () => {
  test('documented: an object with all that a letter may have', () => {
    const world = probeWorld({ now: '2026-11-23T09:00:00+03:00' })
    probe(world, () =>
      MailApp.sendEmail({
        to: 'ivanova@mail.ru',
        cc: 'petrov@mail.ru',
        replyTo: 'desk@desk.example',
        name: 'Консультации',
        subject: 'Запись',
        body: 'Здравствуйте',
        htmlBody: '<p>Здравствуйте</p>',
        attachments: [Utilities.newBlob('отчёт', 'text/plain', 'отчёт.txt') as unknown as GoogleAppsScript.Base.BlobSource],
      }),
    )
    expect(world.state.letters).toEqual([
      {
        id: 1,
        at: '2026-11-23T06:00:00.000Z',
        from: owner,
        to: 'ivanova@mail.ru',
        cc: 'petrov@mail.ru',
        bcc: '',
        replyTo: 'desk@desk.example',
        name: 'Консультации',
        subject: 'Запись',
        body: 'Здравствуйте',
        htmlBody: '<p>Здравствуйте</p>',
        attachments: [{ name: 'отчёт.txt', mimeType: 'text/plain', base64: Buffer.from('отчёт').toString('base64') }],
      },
    ])
  })

  test('documented: the positional forms; the sender is the account whose authority runs', () => {
    const world = probeWorld()
    const send = (): void => {
      MailApp.sendEmail('a@b.ru', 'тема', 'текст')
      MailApp.sendEmail('a@b.ru', 'тема', 'текст', { bcc: 'c@d.ru' })
      MailApp.sendEmail('a@b.ru', 'reply@b.ru', 'тема', 'текст')
    }
    probe(world, send, { user: colleague })
    expect(world.state.letters.map(({ from, bcc, replyTo, subject }) => [from, bcc, replyTo, subject])).toEqual([
      [colleague, '', '', 'тема'],
      [colleague, 'c@d.ru', '', 'тема'],
      [colleague, '', 'reply@b.ru', 'тема'],
    ])
  })

  test('documented: to, cc and bcc all count against the day', () => {
    const answer = probe(probeWorld(), () => {
      MailApp.sendEmail({ to: 'a@b.ru,c@d.ru', cc: 'e@f.ru', bcc: 'g@h.ru', subject: '', body: '' })
      return MailApp.getRemainingDailyQuota()
    })
    expect(answer).toBe(96)
  })

  test.each([
    [
      'observed: nobody to send to',
      'Failed to send email: no recipient',
      () => MailApp.sendEmail({ to: '', subject: 'тема', body: 'текст' }),
    ],
    ['observed: what is no address', 'Invalid email: иванова', () => MailApp.sendEmail('иванова', 'тема', 'текст')],
    [
      'documented: more than 50 recipients',
      'Limit Exceeded: Email Recipients Per Message.',
      () => MailApp.sendEmail(Array.from({ length: 51 }, (_, i) => `a${i}@b.ru`).join(','), 'тема', 'текст'),
    ],
  ])('%s', (_name, message, code) => {
    const world = probeWorld()
    expect(probeError(world, code)).toBe(`Exception: ${message}`)
    expect(world.state.letters).toEqual([])
  })
})
