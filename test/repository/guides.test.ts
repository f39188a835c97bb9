/** The guides are true: what they quote is said by a screen, a letter or a sheet; each begins with the person's day. */
import type { HelpScreen } from '../../src/sidebar/models/help/help'
import { repositoryFiles, textOf } from './files'
import { knownLabel, labelsIn } from './guideLabels'

/** Of Google's own screens, as they stand in Russian; nothing of ours can tell when they change. */
const ofGoogle = [
  'Другие календари',
  'Создать календарь',
  'Создать',
  'Идентификатор календаря',
  'Настройки проекта',
  'Показывать файл манифеста appsscript.json в редакторе',
  'HTML',
  'Требуется авторизация',
  'ОК',
  'Эксперты Google не проверяли это приложение',
  'Дополнительные настройки',
  'Перейти на страницу «Консультации» (небезопасно)',
  'Выбрать все',
  'Доступ для отдельных пользователей',
  'Доступ ко всем сведениям о мероприятиях',
  'Общий доступ',
  'Доступ ограничен',
  'Таблицы',
  'Выберите тип',
  'Запуск от имени',
  'У кого есть доступ',
  'Все, у кого есть аккаунт Google',
  'Развернуть',
  'Управление развертываниями',
  'Развернуть',
  'Приложение заблокировано',
  'Authorization is required…',
  'PERMISSION_DENIED',
  'Specified permissions are not sufficient…',
  'Расширения → Apps Script → Настройки проекта → Свойства скрипта → intakeKey',
  'Apps Script → Триггеры → Добавить',
]

/** Quoted as words, not as a label: in another case, a key, a name of what is put together. */
const words = [
  '/',
  'Сделках',
  'Неразобранного',
  'Новой заявки',
  'Файлах',
  'Закрытия недели',
  '1,5 ч',
  '2 ч',
  'из amoCRM: …',
  '…, строка 7, «…»: …',
]

const guides = repositoryFiles('docs/guide')
const isKnown = knownLabel()

test('a label is found with what is put into it, and one that no screen has is not', () => {
  expect(labelsIn('«Слоты», «Новый клиент: «…»», потом\n«Подобрать\nвремя»')).toEqual(['Слоты', 'Новый клиент: «…»', 'Подобрать время'])
  expect(['Подобрать время', 'Не ответили 1/3', 'Заполнить карточку', 'Подобрать слона'].map(isKnown)).toEqual([true, true, true, false])
})

test('every quoted label of the guides is one that people see', () => {
  const wrong = guides.flatMap((path) =>
    labelsIn(textOf(path))
      .filter((label) => ![...ofGoogle, ...words].includes(label) && !isKnown(label))
      .map((label) => `${path}: ${label}`),
  )
  expect(guides.length).toBeGreaterThanOrEqual(9)
  expect(wrong).toEqual([])
})

test('what is left out of that check is quoted somewhere', () => {
  const quoted = new Set(guides.flatMap((path) => labelsIn(textOf(path))))
  expect([...ofGoogle, ...words].filter((label) => !quoted.has(label))).toEqual([])
})

test('each role’s guide begins with its day', () => {
  const firstHeading = (path: string) => /^## (.+)$/m.exec(textOf(path))?.[1]
  expect(guides.filter((path) => !path.endsWith('установка.md') && firstHeading(path) !== 'Ваш день')).toEqual([])
})

const screens: Readonly<Record<HelpScreen, true>> = {
  today: true,
  intake: true,
  slots: true,
  card: true,
  weekClose: true,
  slotBoard: true,
  report: true,
  externals: true,
  import: true,
  settings: true,
  setUp: true,
  taskTools: true,
  personal: true,
  amo: true,
  mine: true,
  marks: true,
}

test('every screen is described by a chapter of a guide, and chapters name screens that are', () => {
  const described = guides.flatMap((path) =>
    [...textOf(path).matchAll(/^## .+\n\n<!-- screens: (.+) -->$/gm)].flatMap(([, names = '']) => names.split(' ')),
  )
  expect([...new Set(described)].sort()).toEqual(Object.keys(screens).sort())
})
