/** C5: which files come to a card, under what name, and how the card lists them. */

import {
  acceptedFiles,
  attachedFiles,
  cleanFileName,
  decodedSize,
  fileLimitBytes,
  fileLine,
  fileProblem,
  isProgram,
  mimeTypeOf,
} from '../../src/domain/deal/attachedFile'
import { problemText } from '../../src/domain/text/text.ru'

const named = (name: string, mimeType = mimeTypeOf(name), size = 100) => fileProblem({ name, mimeType, size })

describe('which files are taken', () => {
  test.each(acceptedFiles.split(','))('%s, with the type that belongs to it', (extension) => {
    expect(named(`смета${extension}`)).toBeNull()
    expect(named(`СМЕТА${extension.toUpperCase()}`, mimeTypeOf(`a${extension}`))).toBeNull()
  })

  test.each([
    ['смета.exe', 'application/x-msdownload'],
    ['смета.pdf', 'application/x-msdownload'],
    ['смета.pdf.exe', 'application/pdf'],
    ['смета.html', 'text/html'],
    ['смета.svg', 'image/svg+xml'],
    ['смета', 'application/pdf'],
    ['смета.pdf', ''],
    ['.constructor', 'application/pdf'],
    ['смета.doc', 'application/pdf'],
  ])('«%s» as %s is not', (name, mimeType) => {
    expect(named(name, mimeType)).toEqual({ code: 'fileType', name })
  })

  test('10 MB are taken, a byte more is not', () => {
    expect(named('a.pdf', 'application/pdf', fileLimitBytes)).toBeNull()
    expect(named('a.pdf', 'application/pdf', fileLimitBytes + 1)).toMatchObject({ code: 'fileTooLarge' })
    expect(named('a.pdf', 'application/pdf', 0)).toMatchObject({ code: 'badValue', why: 'файл пуст' })
  })

  test('the refusals say what to do', () => {
    const now = '2026-11-23T09:00'
    expect(problemText({ code: 'fileTooLarge', name: 'a.pdf', bytes: fileLimitBytes + 1, limit: fileLimitBytes }, now)).toBe(
      'Файл «a.pdf» не помещается: 10,1 МБ, а принимается до 10 МБ. Сожмите его или пришлите ссылку в комментарии.',
    )
    expect(problemText({ code: 'fileType', name: 'a.exe' }, now)).toBe(
      'Файл «a.exe» не прикрепить: принимаются документы, таблицы, презентации, картинки png и jpg и архивы zip. Сохраните его, например, в PDF и выберите снова.',
    )
  })
})

test.each([
  ['MZ\u0090\u0000', 'application/pdf', true],
  ['\u007fELF\u0002', 'image/png', true],
  ['%PDF-1.7', 'application/pdf', false],
  ['MZ — заметки о встрече', 'text/plain', false],
  ['M', 'application/pdf', false],
  ['', 'application/pdf', false],
])('content that begins with %j, called %s: a program: %s', (content, mimeType, expected) => {
  expect(isProgram({ mimeType, base64: Buffer.from(content, 'latin1').toString('base64') })).toBe(expected)
})

describe('its name', () => {
  test.each([
    ['смета.pdf', 'смета.pdf'],
    ['C:\\Документы\\смета.pdf', 'смета.pdf'],
    ['../../etc/смета.pdf', 'смета.pdf'],
    ['смета\u202efdp.exe', 'сметаfdp.exe'],
    ['смета\r\nподдельная https://evil.example/.pdf', '.pdf'],
    ['сме\u0000та\t2026.pdf', 'сме та 2026.pdf'],
    ['=HYPERLINK("x").pdf', '=HYPERLINK("x").pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept)
  })

  test('is cut at 120 characters, its extension kept', () => {
    const name = cleanFileName(`${'я'.repeat(300)}.docx`)
    expect(name).toHaveLength(120)
    expect(name.endsWith('я.docx')).toBe(true)
    expect(cleanFileName('я'.repeat(121))).toHaveLength(120)
  })
})

test.each([
  ['', 0],
  ['TQ==', 1],
  ['TWE=', 2],
  ['TWFu', 3],
  ['TWF', null],
  ['T W=', null],
  ['=TQ=', null],
])('%j holds %j bytes', (base64, bytes) => {
  expect(decodedSize(base64)).toBe(bytes)
})

test('a card lists name and address; what a person typed without one is a name', () => {
  const files = [fileLine('смета на год.pdf', 'https://drive.google.com/file/d/1/view'), 'в папке у Анны', 'javascript:alert(1)'].join('\n')
  expect(attachedFiles(files)).toEqual([
    { name: 'смета на год.pdf', url: 'https://drive.google.com/file/d/1/view' },
    { name: 'в папке у Анны', url: '' },
    { name: 'javascript:alert(1)', url: '' },
  ])
  expect(attachedFiles('')).toEqual([])
})
