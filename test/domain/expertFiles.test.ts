/** C9: which lines of «Файлы» an expert's page attached, and when two files are one. */

import { expertFileOf, expertFiles, markedUrl } from '../../src/domain/external/expertFiles'

const drive = 'https://drive.google.com/file/d/1/view?usp=drivesdk'
const file = expertFileOf('смета.pdf', 'JVBERg==')

test('a marked line is the page’s, in its order; every other line is not', () => {
  const second = expertFileOf('устав.docx', 'UEsDBA==')
  const lines = [
    `паспорт.pdf ${drive}`,
    `смета.pdf ${markedUrl(drive, '1x8f0ab', file)}`,
    `чужая.pdf ${markedUrl(drive, 'zzzzzz', file)}`,
    'договор в папке #1x8f0ab-9k2m',
    'файл к отчёту: https://disk.example.org/#1x8f0ab-',
    `таблица https://docs.google.com/spreadsheets/d/1/edit#gid=0`,
    `устав.docx ${markedUrl(drive, '1x8f0ab', second)}`,
  ]
  expect(expertFiles(lines.join('\n'), '1x8f0ab')).toEqual([file, second])
  expect(expertFiles('', '1x8f0ab')).toEqual([])
})

test('name and content together make the file', () => {
  expect(expertFileOf('смета.pdf', 'JVBERg==')).toEqual(file)
  const others = [expertFileOf('смета.pdf', 'JVBERh=='), expertFileOf('смета 2.pdf', 'JVBERg=='), expertFileOf('смета.pdfJ', 'VBERg==')]
  expect(new Set([file, ...others].map(({ key }) => key)).size).toBe(4)
})
