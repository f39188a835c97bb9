/** Answers that were once wrong without an error: each is Google's today, or is refused by its name. A world in New York, so that the machine's zone cannot help. */
import { probe, probeRecord, probeWorld } from './probe'

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet
/** An argument that the published types do not know. */
type Any = never

/** Written into each probe that needs it: a probe is sent to the script as text. */
const event = { summary: 'x', start: { dateTime: '2026-11-24T10:00:00Z' }, end: { dateTime: '2026-11-24T11:00:00Z' } }

const right: readonly (readonly [name: string, code: (given: Any) => unknown, expect: unknown])[] = [
  ['local time is the script’s', () => [new Date(2026, 0, 1).toISOString(), new Date(0).getHours()], ['2026-01-01T05:00:00.000Z', 19]],
  [
    'local time in words',
    () => [String(new Date(0)).slice(0, 33), new Date(0).toLocaleString('en-US')],
    ['Wed Dec 31 1969 19:00:00 GMT-0500', '12/31/1969, 7:00:00 PM'],
  ],
  [
    'a cell with a formula holds its value',
    () => {
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1')
      cell.setValue('=60+30')
      return [cell.getValue(), cell.getDisplayValue()]
    },
    [90, '90'],
  ],
  [
    'what an event is given stays: reminders, visibility, source',
    (given) => {
      const more = {
        reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
        visibility: 'private',
        source: { title: 'a', url: 'https://a.example' },
      }
      const made = Calendar!.Events!.insert(Object.assign(more, given) as Any, 'konsultacii@group.calendar.google.com')
      return [made.reminders, made.visibility, made.source]
    },
    [{ useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] }, 'private', { title: 'a', url: 'https://a.example' }],
  ],
  [
    'a guest has not answered yet, the organizer is the calendar itself',
    (given) => {
      const guests = { attendees: [{ email: 'bob@example.org' }] }
      const made = Calendar!.Events!.insert(Object.assign(guests, given) as Any, 'konsultacii@group.calendar.google.com')
      return [made.attendees?.[0]?.responseStatus, made.organizer?.self]
    },
    ['needsAction', true],
  ],
  ['a lock is not waited for less than no time', () => LockService.getScriptLock().tryLock(-100), false],
  ['text is a blob of text', () => Utilities.newBlob('x').getContentType(), 'text/plain'],
  ['a zone by its short name, weeks of the month', () => Utilities.formatDate(new Date(0), 'Europe/Moscow', 'z W F'), 'MSK 1 1'],
  [
    'a range without an end keeps its notation',
    () => ['D:F', '5:7'].map((range) => SpreadsheetApp.getActiveSheet().getRange(range).getA1Notation()),
    ['D:F', '5:7'],
  ],
  [
    'kinds of text are members of an enumeration',
    () => String(ContentService.createTextOutput('x').setMimeType(ContentService.MimeType.JSON).getMimeType()),
    'JSON',
  ],
  [
    'what answers nothing answers null, a user prints as the address',
    () => {
      const cache = CacheService.getScriptCache()
      const text = ContentService.createTextOutput('x').clear().getContent()
      return [cache.put('a', 'b') === (null as unknown), cache.remove('a') === (null as unknown), String(Session.getActiveUser()), text]
    },
    [true, true, 'owner@desk.example', null],
  ],
  [
    'a log that was cleared is empty',
    () => {
      Logger.log('a')
      Logger.clear()
      return Logger.getLog()
    },
    '',
  ],
  [
    'an error’s stack names the script alone',
    () => {
      try {
        return (null as unknown as { x: string }).x
      } catch (error) {
        return /\/|emulator|node:|Membrane/.test(String((error as Error).stack))
      }
    },
    false,
  ],
  [
    'a day and money typed in words of Russia are a date and a number',
    () => {
      const range = SpreadsheetApp.getActiveSheet().getRange('A1:A2')
      range.setValues([['23 ноября 2026'], ['100 ₽']])
      return range.getValues().map(([value]) => Object.prototype.toString.call(value))
    },
    ['[object Date]', '[object Number]'],
  ],
  [
    'a template ends its statement with a semicolon',
    () => HtmlService.createTemplate('<?!= HtmlService.createHtmlOutput("<i>x</i>").getContent(); ?>').evaluate().getContent(),
    '<i>x</i>',
  ],
  [
    'a scriptlet appends to the output',
    () => HtmlService.createTemplate('<? output.append("<b>"); output.appendUntrusted("<b>") ?>').evaluate().getContent(),
    '<b>&lt;b&gt;',
  ],
  [
    'a value printed as text, and into an attribute that holds text',
    () => {
      const page = HtmlService.createTemplate('<p title="<?= x ?>"><?= x ?></p><script>let y = 1 < 2</script><?= x ?>')
      page['x'] = '"<b>'
      return page.evaluate().getContent()
    },
    '<p title="&#34;&lt;b&gt;">&#34;&lt;b&gt;</p><script>let y = 1 < 2</script>&#34;&lt;b&gt;',
  ],
  [
    'a plain word in quotes is the same in every context; where a script wants a value it is one',
    () => {
      const page = HtmlService.createTemplate('<script>let x = "<?= x ?>", y = <?= x ?>, z = f(<?= 7 ?>)</script><a href="<?= x ?>">')
      page['x'] = 'root-1.a'
      return page.evaluate().getContent()
    },
    '<script>let x = "root-1.a", y = "root-1.a", z = f(7)</script><a href="root-1.a">',
  ],
  [
    'a meta tag tells its name',
    () => {
      const [tag] = HtmlService.createHtmlOutput('x').addMetaTag('viewport', 'width=1').getMetaTags()
      return [tag?.getName(), tag?.getContent()]
    },
    ['viewport', 'width=1'],
  ],
  [
    'a sheet of two words without quotes, a row from its fifth cell on',
    () => {
      const book = SpreadsheetApp.getActiveSpreadsheet() as Book
      book.insertSheet('Class Data').getRange('A5').setValue('x')
      const read = (range: string) => Sheets!.Spreadsheets!.Values!.get(book.getId(), range).values
      return [read('Class Data!A2:E'), read("'Class Data'!A5:5")]
    },
    [[[], [], [], ['x']], [['x']]],
  ],
]

const refused: readonly (readonly [name: string, code: (given: Any) => unknown, error: string])[] = [
  ...(['batchClear', 'batchUpdateByDataFilter'] as const).map(
    (member) =>
      [
        `Values.${member}`,
        (() => `() => Sheets.Spreadsheets.Values.${member}({}, 'id', 'A1')`) as never,
        `Sheets.Spreadsheets.Values.${member} is not emulated`,
      ] as const,
  ),
  [
    'a lock waited for less than no time',
    () => LockService.getScriptLock().waitLock(-100),
    'Lock timeout: another process was holding the lock for too long.',
  ],
  [
    'attachments that the call does not allow',
    (given) => Calendar!.Events!.insert(Object.assign({ attachments: [{}] }, given) as Any, 'konsultacii@group.calendar.google.com'),
    'Calendar: attachments without supportsAttachments is not emulated',
  ],
  ...(
    [
      '<script>let x = <?= "</a>" ?></script>',
      '<a href="<?= "a:b" ?>">',
      '<script>let x = "<?= "a b" ?>"</script>',
      "<p onclick='f(<?= 1 ?>)'>",
      '<style>p { top: <?= 1 ?> }</style>',
      '<p <?= 1 ?>>',
    ] as const
  ).map(
    (page) =>
      [
        `printed by context: ${page}`,
        (() => `() => HtmlService.createTemplate(${JSON.stringify(page)}).evaluate().getContent()`) as never,
        'is not emulated',
      ] as const,
  ),
]

/** A generated probe answers its own source. */
const sourceOf = (name: string, code: (given: Any) => unknown): ((given: Any) => unknown) => {
  const isMade = /^(Values\.|printed by context)/.test(name)
  return isMade ? ({ toString: () => String(code(undefined as Any)) } as unknown as typeof code) : code
}

const answered = (code: (given: Any) => unknown) =>
  probeRecord(probeWorld({ timeZone: 'America/New_York' }), code, { entry: 'menu', argument: event })

test.each(right)('%s', (_, code, expected) => {
  const { value, error } = answered(code)
  expect([error, value]).toEqual([null, expected])
})

test.each(refused)('refused: %s', (name, code, expected) => {
  expect(answered(sourceOf(name, code)).error?.message).toContain(expected)
})

test('a quota is each account’s own, and comes back 24 hours after its first use', () => {
  const world = probeWorld({ timeZone: 'America/New_York' })
  const left = (user: string) => probe(world, () => MailApp.getRemainingDailyQuota(), { entry: 'menu', user }) as number
  const [owner, other] = ['owner@desk.example', 'colleague@desk.example']
  const whole = left(owner)
  const send = () => probe(world, () => MailApp.sendEmail('bob@example.org', 'x', 'y'), { entry: 'menu', user: owner })
  world.state.now = Date.parse('2026-11-23T20:00:00-05:00')
  send()
  expect([left(owner), left(other)]).toEqual([whole - 1, whole])
  world.state.now = Date.parse('2026-11-24T09:00:00-05:00')
  expect(left(owner)).toBe(whole - 1)
  world.state.now = Date.parse('2026-11-24T20:01:00-05:00')
  expect(left(owner)).toBe(whole)
})
