/** Sentences of «Карточка». */

import type { Client } from '../../domain/client/client'
import { type Stage, unassignedStages } from '../../domain/deal/deal'
import { stageTitles } from '../../domain/deal/words'
import type { Group } from '../../domain/register/field'
import { megabytes } from '../../domain/text/fileText.ru'
import { clock, counted, dateWords, dayTime } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { HistoryLine } from '../../rpc/contract'

const deals = (n: number) => counted(n, 'сделка', 'сделки', 'сделок')

const groupTitles: Readonly<Record<Group, string>> = {
  client: 'Клиент',
  request: 'Запрос',
  booking: 'Консультация',
  result: 'Результат',
  feedback: 'Отзыв',
}
const trailTitles: Readonly<Record<Stage, string>> = {
  unsorted: 'Неразобранное',
  new: 'Новая',
  accepted: 'Принята',
  unreached: 'Не дозвонились',
  assigned: 'Назначена',
  held: 'Проведена',
  feedback: 'Отзыв',
  won: 'Завершена',
  lost: 'Неуспешная',
}

const next: Readonly<Record<Stage, string>> = {
  unsorted: 'дальше: позвонить клиенту',
  new: 'дальше: позвонить клиенту',
  accepted: 'дальше: подобрать время',
  unreached: 'дальше: позвонить ещё раз',
  assigned: 'дальше: провести консультацию',
  held: 'дальше: заполнить карточку и закрыть',
  feedback: 'дальше: дождаться отзыва',
  won: 'завершена, делать ничего не надо',
  lost: 'закрыта без консультации',
}

export const card = {
  search: '№, организация, телефон или консультант',
  find: 'Найти',
  currentRow: 'Строка таблицы',
  teach: 'Поставьте курсор на строку сделки в таблице и нажмите «Строка таблицы» или найдите сделку здесь.',
  noRow: 'На этой строке таблицы нет сделки. Выберите строку на листе «Сделки».',
  found: (n: number) => (n === 0 ? 'Ничего не нашлось. Проверьте номер или название.' : `Найдено: ${deals(n)}`),
  opening: 'Открываем карточку…',
  other: 'Другая',
  otherHint: 'Другая сделка',
  since: (at: LocalDateTime, now: LocalDateTime) => `на этапе ${sinceWords(at, now)}`,
  inShort: (who: string, stage: Stage) =>
    [who, next[stage]]
      .filter(Boolean)
      .join(' — ')
      .replace(/^./, (first) => first.toUpperCase()),
  came: (channel: string, at: LocalDateTime, now: LocalDateTime) => `обращение: ${channel}, ${dayTime(at, now)}`,
  afterwards: (n: number) => `Заполнить после консультации: ${counted(n, 'поле', 'поля', 'полей')}`,
  trail: 'Этапы',
  trailTitles,
  missing: 'Не хватает:',
  note: 'Заметка к звонку',
  ladder: (made: number, needed: number, next: LocalDateTime, now: LocalDateTime) =>
    made >= needed
      ? `Попытки сделаны: ${made} из ${needed}`
      : `Попытка ${made} из ${needed}, ${next > now ? `следующая не раньше: ${dayTime(next, now)}` : 'можно звонить снова'}`,
  message: 'Сообщение для мессенджера',
  copyMessage: 'Копировать сообщение для мессенджера',
  messageShort: 'Текст сообщения',
  messageText: ({ centre, phone, topic }: { readonly centre: string; readonly phone: string; readonly topic: string }) =>
    [
      `Здравствуйте! Это ${centre}.`,
      `Вы оставляли заявку на консультацию${topic && ` по теме «${topic}»`}, а дозвониться до вас не получилось.`,
      `Когда вам удобно поговорить?${phone && ` Телефон ${phone}`}`,
    ].join(' '),
  raw: 'Исходная заявка',
  pastArchive: (n: number) => `Показать из архива: ${n}`,
  archived: (year: string) => `В архиве ${year}: сделка давно закрыта, её можно только читать.`,
  past: (n: number) => `Раньше у нас: ${counted(n, 'консультация', 'консультации', 'консультаций')}`,
  noAdvice: 'рекомендаций не записано',
  repeat: 'Похоже на повторную заявку',
  join: (id: number) => `Присоединить к № ${id}`,
  isNew: 'Это новая заявка',
  maybe: 'Похоже на известного клиента',
  sentence: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}. Это они?`,
  isThem: 'Да, это они',
  notThem: 'Нет, другие',
  recognised: (name: string) => `Заявка теперь у клиента: ${name}`,
  news: 'Клиент сказал иначе, чем в его карточке',
  newsKnown: (known: string) => (known === '' ? '(в карточке пусто)' : `(в карточке ${known})`),
  takeNews: 'Записать в карточку',
  leaveNews: 'Оставить как было',
  newsTaken: 'Записано в карточку клиента',
  newsLeft: 'В карточке клиента осталось как было',
  joined: (id: number, into: number) => `Заявка № ${id} присоединена к № ${into}`,
  blocked: (title: string, why: string) => `«${title}» пока нельзя. ${why}`,
  steps: 'Следующие шаги',
  noSteps: 'Следующих шагов нет.',
  groups: groupTitles,
  when: 'Когда',
  save: 'Сохранить',
  discard: 'Отменить правки',
  saved: 'Сохранено',
  writeTo: (messenger: string) => `Написать: ${messenger}`,
  stage: 'Этап',
  attempts: 'Попыток дозвониться',
  outside: 'Пока карточка была открыта, изменилось:',
  nothingThere: '(пусто)',
  otherDraft: (where: 'phone' | 'computer', when: string) => `Черновик ${where === 'phone' ? 'с телефона' : 'с компьютера'}, ${when}`,
  otherDraftHint: 'Набрано вами на другом устройстве и не сохранено.',
  takeDraft: 'Взять сюда',
  takeInstead: 'Взять вместо набранного',
  typedHereToo: 'Здесь набрано другое, оно останется.',
  dropDraft: 'Не нужен',
  erased: 'поле очищено',
  draftKept: (when: string) => `черновик на сервере, ${when}`,
  draftWaits: 'нет связи, черновик пока на этом устройстве',
  conflicts: 'Это поле изменилось, пока вы печатали. Что оставить?',
  standsNow: 'В карточке',
  typedHere: 'Напечатано у вас',
  keepMine: 'Оставить моё',
  keepTheirs: 'Оставить как в карточке',
  edited: (n: number) => `Не сохранено: ${counted(n, 'поле', 'поля', 'полей')}`,
  history: 'История',
  undo: 'Отменить последнее',
  willUndo: (what: string) => `Будет отменено: ${what}`,
  undone: (what: string) => `Отменено: ${what}`,
  historyLine: (line: HistoryLine, now: LocalDateTime) => `${dayTime(line.at, now)} · ${line.who}`,
  noHistory: 'Записей ещё нет.',
  leaving: 'На карточке есть несохранённые правки.',
  leaveSave: 'Сохранить и перейти',
  leaveDiscard: 'Не сохранять',
  stay: 'Остаться',
  noted: 'Записано',
  lettersGo: 'Письмо отправляется',
  ofProject: 'Проект',
  report: 'Отчёт внешнего консультанта',
  reportLead: 'Проверьте и перенесите в карточку (C9). Пустые поля заполнятся сами.',
  reportAsk: 'В карточке и в отчёте разное. Что оставить?',
  ofCard: 'Карточка',
  ofReport: 'Отчёт',
  reportFiles: 'Файл',
  reportComment: 'Комментарий',
  takeReport: 'Перенести в карточку',
  reportTaken: 'Отчёт перенесён. Укажите проект и отметьте «Консультация проведена»',
  moved: (stage: string) => `Теперь: ${stage}`,
} as const

/** «сегодня с 09:12», «с пт 20 ноября, 14:10». */
function sinceWords(at: LocalDateTime, now: LocalDateTime): string {
  const said = dayTime(at, now)
  return /^(сегодня|вчера)/.test(said) ? said.replace(' ', ' с ') : `с ${said}`
}

/** The file field of a card. */
export const attach = {
  label: 'Приложить файл',
  photo: 'Снять фото',
  /** «image.jpg» → «Фото 24.11 15-30.jpg». */
  photoName: (now: LocalDateTime, name: string) =>
    `Фото ${now.slice(8, 10)}.${now.slice(5, 7)} ${clock(now).replace(':', '-')}${/\.\w{1,5}$/.exec(name)?.[0].toLowerCase() ?? '.jpg'}`,
  hint: 'Документ, таблица, презентация, картинка или zip, до 10 МБ',
  reading: (name: string) => `Читаем «${name}»…`,
  sending: (name: string, bytes: number) => `Отправляем «${name}», ${megabytes(bytes)} МБ…`,
  done: (name: string) => `Файл «${name}» приложен`,
  unreadable: (name: string) => `Файл «${name}» не читается. Проверьте, что он открывается, и выберите его снова.`,
  again: 'Отправить ещё раз',
} as const

type Kept = Pick<Client, 'consentDate' | 'consentSource' | 'consentWithdrawn'>

/** When consent was given, how, and what taking it back means. */
export const consent = {
  line: ({ consentDate, consentSource, consentWithdrawn }: Kept) =>
    consentWithdrawn === null
      ? `Согласие: ${[dateWords(consentDate ?? ''), consentSource].filter((part) => part !== '').join(', ')}`
      : `Согласие отозвано ${dateWords(consentWithdrawn)}`,
  given: (kept: Kept) => consent.line({ ...kept, consentWithdrawn: null }),
  noText: 'Текст согласия не сохранён.',
  withdraw: 'Отозвать согласие',
  means:
    'Клиент попадёт в список «Срок вышел» («Персональные данные»). Писем с вопросом об отзыве ему больше не будет. Письма о назначенном времени и напоминание накануне останутся.',
  running: (stage: Stage) =>
    unassignedStages.includes(stage)
      ? `Заявка в работе («${stageTitles[stage]}»): спросите клиента, нужна ли консультация. Сделка останется как есть.`
      : `Этап сделки: «${stageTitles[stage]}». Спросите клиента, нужна ли консультация: запись останется, отменить её можно шагами карточки.`,
  date: 'Когда отозвал',
  reason: 'Как и почему',
  confirm: 'Отметить отзыв',
  stay: 'Не отзывать',
  back: 'Вернуть согласие',
  backMeans: 'Если отзыв отмечен по ошибке. Новое согласие запишите датой в поле «Согласие на обработку ПД».',
  withdrawn: 'Отзыв согласия отмечен',
  returned: 'Отметка об отзыве снята',
} as const
