import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { looksLikeOrganisation, organisationCore, organisationKey } from '../../src/domain/client/organisation'
import { foldCase, foldLookAlikes } from '../../src/domain/text/fold'

const sampleNames = () => {
  const rows = readFileSync(`${__dirname}/../../emulator/sample/amocrm-deals.csv`, 'utf8').trim().split('\n').slice(1)
  return [...new Set(rows.map((row) => row.split(';')[2] ?? ''))]
}

describe('one organisation, however its name is typed', () => {
  test.each([
    ['АРМОО_«Круг_друзей»', 'АРМОО «Круг друзей»'],
    ['АНО "Маяк"', 'АНО «Маяк»'],
    ['АНО “Маяк”', "АНО 'Маяк'"],
    ['АНО „Маяк“', 'ано маяк'],
    ['АНО  «Маяк» ', '«АНО» Маяк'],
    ['AHO «Maяк»', 'АНО «Маяк»'],
    ['РОО «Тёплый дом»', 'РОО «Теплый дом»'],
    ['Дом-детства', 'Дом детства'],
    ['Фонд им. Ломоносова', 'фонд им Ломоносова'],
    ['АНО «Маяк»\n', 'АНО «Маяк»'],
    ['Берегиня и\u0306', 'Берегиня й'],
  ])('«%s» is «%s»', (a, b) => expect(organisationKey(a)).toBe(organisationKey(b)))

  test.each([
    ['АНО «Дорога к храму»', 'РОО «Дорога к храму»'],
    ['МБУ «Старый мост»', 'Совет ветеранов «Старый мост»'],
    ['ТОС № 1', 'ТОС № 2'],
    ['Маяк', 'Маяк+'],
  ])('«%s» is not «%s»', (a, b) => expect(organisationKey(a)).not.toBe(organisationKey(b)))

  test('the organisations of the sample stay as many as they are', () => {
    const names = sampleNames()
    expect(names).toHaveLength(56)
    expect(new Set(names.map(organisationKey)).size).toBe(56)
  })

  test('nothing but signs is no name', () => expect(organisationKey(' «» _ ')).toBe(''))

  test('law: the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => expect(organisationKey(organisationKey(name))).toBe(organisationKey(name))),
    )
    fc.assert(
      fc.property(fc.constantFrom(...sampleNames()), (name) => expect(organisationKey(organisationKey(name))).toBe(organisationKey(name))),
    )
  })
})

describe('the core of a name, for proposals', () => {
  test.each([
    ['АНО «Дорога к храму»', 'дорога к храму'],
    ['РОО «Дорога к храму»', 'дорога к храму'],
    ['Автономная некоммерческая организация «Маяк»', 'маяк'],
    ['Благотворительный фонд «Ровесник»', 'ровесник'],
    ['БФ «Ровесник»', 'ровесник'],
    ['Фонд «Маяк»', 'маяк'],
    ['«Маяк», АНО', 'маяк'],
    ['НКО Фонд «Маяк»', 'маяк'],
    ['ТОС Семейный очаг', 'семейный очаг'],
    ['Совет ветеранов «Морошка»', 'совет ветеранов морошка'],
    ['Совет ветеранов Онеги', 'совет ветеранов онеги'],
    ['Фонд', 'фонд'],
    ['АНО ТОС', 'тос'],
    ['Фондовый дом', 'фондовый дом'],
    ['', ''],
  ])('«%s» → «%s»', (name, core) => expect(organisationCore(name)).toBe(core))
})

test('a text that starts like an organisation', () => {
  expect(['АНО «Маяк»', '«Маяк»', 'тос Семейный очаг', 'Совет ветеранов «Морошка»'].map(looksLikeOrganisation)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['онлайн', 'Маяк', 'Фонд', 'АНОним'].map(looksLikeOrganisation)).toEqual([false, false, false, false])
})

describe('look-alikes', () => {
  test('Latin letters become the Cyrillic ones they look like', () => {
    expect(foldLookAlikes('ABCEHKMOPTXY')).toBe('АВСЕНКМОРТХУ')
    expect(foldLookAlikes('acekopxy')).toBe('асекорху')
    expect(foldLookAlikes('Grant 12')).toBe('Grаnt 12')
  })

  test('law: folding keeps the length, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldCase(text)).toHaveLength(text.length)
        expect(foldLookAlikes(foldLookAlikes(text))).toBe(foldLookAlikes(text))
      }),
    )
  })
})
