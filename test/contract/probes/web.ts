/** Probes of letters that are refused, pages, addresses outside, and who the script works for. Nobody's address is answered. */
import { type AnyProbe, probeOf } from './kinds'

const letter = (name: string, label: AnyProbe['label'], to: string, expect: string): AnyProbe =>
  probeOf<string>({
    name: `refused: ${name}`,
    label,
    needs: ['script.send_mail'],
    given: to,
    run: (_scratch, to, { failure }) => failure(() => MailApp.sendEmail({ to, subject: 'проба', body: 'проба' })),
    expect: `Exception: ${expect}`,
  })

export const mail: readonly AnyProbe[] = [
  letter('an address that is none', 'observed', 'иванова', 'Invalid email: иванова'),
  letter(
    'more than fifty readers',
    'documented',
    Array.from({ length: 51 }, (_, at) => `a${at}@example.com`).join(','),
    'Limit Exceeded: Email Recipients Per Message.',
  ),
]

export const pages: readonly AnyProbe[] = [
  {
    name: 'a page has content, title and size, and can be added to',
    label: 'documented',
    needs: [],
    run: () => {
      const page = HtmlService.createHtmlOutput('<p>Да</p>').setTitle('Проба').setWidth(300).setHeight(400).append('<!-- конец -->')
      return [page.getContent(), page.getTitle(), page.getWidth(), page.getHeight()]
    },
    expect: ['<p>Да</p><!-- конец -->', 'Проба', 300, 400],
  },
  {
    name: 'a file of the project that is not there',
    label: 'observed',
    needs: [],
    run: (_scratch, _given, { failure }) => failure(() => HtmlService.createHtmlOutputFromFile('nowhere')),
    expect: 'Exception: No HTML file named nowhere was found.',
  },
  {
    name: 'an error in a template is told as it is',
    label: 'assumed',
    needs: [],
    run: (_scratch, _given, { failure }) => failure(() => HtmlService.createTemplate('<?= nothing ?>').evaluate()),
    expect: 'ReferenceError: nothing is not defined',
  },
  {
    name: 'what is set on a template is a variable of it',
    label: 'documented',
    needs: [],
    run: () => {
      const template = HtmlService.createTemplate('<? names.forEach((name) => { ?><li><?= name ?></li><? }) ?>')
      template['names'] = ['Иванова & Ко', '<b>']
      return template.evaluate().getContent()
    },
    expect: '<li>Иванова &amp; Ко</li><li>&lt;b&gt;</li>',
  },
  {
    name: 'a text answer keeps its text and type',
    label: 'documented',
    needs: [],
    run: () => {
      const output = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.JSON)
      return [output.getContent(), String(output.getMimeType())]
    },
    expect: ['ab', 'JSON'],
  },
]

export const urlfetch: readonly AnyProbe[] = [
  {
    name: 'nobody there',
    label: 'assumed',
    needs: ['script.external_request'],
    run: (_scratch, _given, { failure }) => failure(() => UrlFetchApp.fetch('https://nowhere.invalid/')),
    expect: 'Exception: Address unavailable: https://nowhere.invalid/',
  },
]

export const session: readonly AnyProbe[] = [
  {
    name: 'from a menu or the editor both users are the person, and print as the address',
    label: 'documented',
    needs: ['userinfo.email'],
    run: () => {
      const [active, effective] = [Session.getActiveUser(), Session.getEffectiveUser()]
      return [active.getEmail() === effective.getEmail(), active.getEmail() !== '', String(active) === active.getEmail()]
    },
    expect: [true, true, true],
  },
  {
    name: "the script's zone is the manifest's",
    label: 'documented',
    needs: [],
    run: () => Session.getScriptTimeZone(),
    expect: 'Europe/Moscow',
  },
]

type Info = GoogleAppsScript.Script.AuthorizationInfo

export const accounts: readonly AnyProbe[] = [
  {
    name: 'getAuthorizationInfo is asked for some permissions too, and answers which of them are granted',
    label: 'documented',
    needs: ['spreadsheets'],
    run: () => {
      // The second argument and the list are newer than the published types.
      const ask = ScriptApp.getAuthorizationInfo as unknown as (
        mode: unknown,
        scopes: string[],
      ) => Info & { getAuthorizedScopes(): string[] }
      const scopes = ['https://www.googleapis.com/auth/spreadsheets']
      const info = ask(ScriptApp.AuthMode.FULL, scopes)
      return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl(), info.getAuthorizedScopes()]
    },
    expect: ['NOT_REQUIRED', null, ['https://www.googleapis.com/auth/spreadsheets']],
  },
  {
    name: 'where all is granted requireAllScopes lets the run go on',
    label: 'documented',
    needs: [],
    run: () => {
      ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
      return 'went on'
    },
    expect: 'went on',
  },
]
