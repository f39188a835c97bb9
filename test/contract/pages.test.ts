/** HtmlService and ContentService as Google describes them. */
import { frameRules } from '../../emulator/workbench/frame/frameRules'
import { probe, probeError, probeRecord, probeWorld } from './probe'

describe('HtmlService', () => {
  test('documented: a page from a file of the bundle, with title and size', () => {
    const answer = probe(probeWorld(), () => {
      const page = HtmlService.createHtmlOutputFromFile('page')
        .setTitle('Консультации')
        .setWidth(300)
        .setHeight(400)
        .append('<!-- конец -->')
      return [
        page.getContent().startsWith('<!doctype html>'),
        page.getContent().endsWith('<!-- конец -->'),
        page.getTitle(),
        page.getWidth(),
        page.getHeight(),
      ]
    })
    expect(answer).toEqual([true, true, 'Консультации', 300, 400])
  })

  test('observed: a file that is not there', () => {
    expect(probeError(probeWorld(), () => HtmlService.createHtmlOutputFromFile('nowhere'))).toBe(
      'Exception: No HTML file named nowhere was found.',
    )
  })

  test('documented: <?= ?> escapes, <?!= ?> does not, <? ?> runs; what is set on the template is a variable', () => {
    const answer = probe(probeWorld(), () => {
      const template = HtmlService.createTemplateFromFile('list')
      template['names'] = ['Иванова & Ко', '<b>']
      template['raw'] = '<i>как есть</i>'
      return template.evaluate().setTitle('Список').getContent()
    })
    expect(answer).toBe('<ul><li>Иванова &amp; Ко</li><li>&lt;b&gt;</li></ul><i>как есть</i>')
  })

  test('documented: a semicolon may end a scriptlet', () => {
    const code = (): string => HtmlService.createTemplate('<?!= "<b>"; ?><?= "<i>" ; ?>').evaluate().getContent()
    expect(probe(probeWorld(), code)).toBe('<b>&lt;i&gt;')
  })

  test("documented: scriptlets may call the script's own functions", () => {
    expect(probe(probeWorld(), () => HtmlService.createTemplate('<?!= hidden_() ?>').evaluate().getContent())).toBe('secret')
  })

  test("an error in a scriptlet is the execution's error", () => {
    expect(probeError(probeWorld(), () => HtmlService.createTemplate('<?= nothing ?>').evaluate())).toBe(
      'ReferenceError: nothing is not defined',
    )
  })

  test('documented: meta tags go into the head of a web page', () => {
    const source = "() => HtmlService.createHtmlOutputFromFile('page').addMetaTag('viewport', 'width=device-width')"
    const record = probeWorld().invoke({ fn: 'probe', entry: 'webGet', user: '', args: [source] })
    expect(record.value).toMatchObject({
      kind: 'html',
      content: expect.stringContaining('<head><meta name="viewport" content="width=device-width"></head>'),
    })
  })
})

describe('what a page of a script may do in its frame', () => {
  test('documented: a tag for the top page that stands in the file reaches nobody; other tags are the frame’s own', () => {
    const source = `() => HtmlService.createHtmlOutput('<head><meta name="viewport" content="width=320"><meta name="robots" content="noindex"></head>')`
    const record = probeWorld().invoke({ fn: 'probe', entry: 'webGet', user: '', args: [source] })
    expect(record.value).toMatchObject({ content: '<head><meta name="robots" content="noindex"></head>' })
  })

  test('documented: addMetaTag takes four names', () => {
    const tag = (): unknown => HtmlService.createHtmlOutput('').addMetaTag('robots', 'noindex')
    expect(probeError(probeWorld(), tag)).toContain('The meta tag you specified is not allowed in this context.')
  })

  test('documented: bound to a document it opens other windows, and never leads the one around it away', () => {
    expect(frameRules).toContain('allow-popups-to-escape-sandbox')
    expect(frameRules).not.toContain('allow-top-navigation')
  })
})

test('documented: the sidebar shows the page that HtmlService made', () => {
  const show = (): void => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>Да</p>').setTitle('Консультации'))
  expect(probeRecord(probeWorld(), show, { entry: 'menu' }).ui).toEqual([{ kind: 'sidebar', title: 'Консультации', html: '<p>Да</p>' }])
})

test('documented: ContentService keeps its text and type', () => {
  const answer = probe(probeWorld(), () => {
    const output = ContentService.createTextOutput('a').append('b').setMimeType(ContentService.MimeType.CSV)
    return [output.getContent(), output.getMimeType() === ContentService.MimeType.CSV]
  })
  expect(answer).toEqual(['ab', true])
})

describe('ContentService', () => {
  test('assumed: types are names; the browser is told what they mean', () => {
    const source = '() => ContentService.createTextOutput("{}").setMimeType(ContentService.MimeType.JSON)'
    const world = probeWorld()
    expect(world.invoke({ fn: 'probe', entry: 'webGet', user: '', args: [source] }).value).toMatchObject({ mimeType: 'application/json' })
    const names = (): unknown => [String(ContentService.MimeType.JSON), String(ContentService.createTextOutput('').getMimeType())]
    expect(probe(world, names)).toEqual(['JSON', 'TEXT'])
  })

  test('observed: a cleared text is nothing at all', () => {
    expect(probe(probeWorld(), () => ContentService.createTextOutput('a').clear().getContent())).toBeNull()
  })
})

test('documented: a cleared log is empty', () => {
  const code = (): string => {
    Logger.log('a')
    Logger.clear()
    return Logger.getLog()
  }
  expect(probe(probeWorld(), code)).toBe('')
})
