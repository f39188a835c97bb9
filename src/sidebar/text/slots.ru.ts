/** Sentences of «Слоты» and of booking. */

import { dealTitles } from '../../domain/deal/fieldTitles'
import { counted, dateWords } from '../../domain/text/russian'
import type { Input, SlotList } from '../../rpc/contract'

type PartOfDay = NonNullable<Input<'slot/list'>['part']>

const partTitles: Readonly<Record<PartOfDay, string>> = { morning: 'утро', day: 'день', evening: 'вечер' }
const noSlotsWhy: Readonly<Record<SlotList['none'][number]['reason'], string>> = {
  noSlots: 'Не отметили время',
  taken: 'Всё занято',
  tooSoon: 'Только слишком близкое время',
  dayOff: 'Только в выходной день',
  absent: 'Отсутствуют',
  unclear: 'В это время непонятное событие',
  night: 'Только ночью',
  outsideHours: 'Только в другое время дня',
}

export const slots = {
  forDeal: (id: number) => `для № ${id}`,
  browsing: 'Свободное время. Чтобы назначить, откройте карточку или примите заявку.',
  leaveDeal: 'Без заявки',
  accepting: 'заявка записывается, время уже можно выбирать',
  notAccepted: 'Заявка не записана.',
  backToRequest: 'Вернуться к заявке',
  topic: dealTitles.topic,
  anyTopic: 'любая тема',
  consultant: dealTitles.consultant,
  format: dealTitles.format,
  part: 'Время дня',
  parts: partTitles,
  anyPart: 'любое',
  load: (n: number, quota: number) => (quota > 0 ? `на неделе ${n} из ${quota}` : `на неделе ${n}`),
  long: (minutes: number) => `свободно ${minutes / 60} ч подряд`,
  found: (n: number) => `Свободно: ${counted(n, 'слот', 'слота', 'слотов')}`,
  looking: 'Смотрим календарь…',
  more: (n: number) => `ещё ${n}`,
  wished: 'просит клиент',
  agreed: (initials: string) => `договорился с ${initials}`,
  none: 'Свободных слотов нет',
  noneWhy: (reason: SlotList['none'][number]) =>
    `${noSlotsWhy[reason.reason]} — ${reason.who.length === reason.count ? reason.who.join(', ') : [reason.count, ...reason.who].join(', ')}`,
  otherNone: 'Без слотов',
  noneHelp: (isNarrowed: boolean) =>
    isNarrowed
      ? 'Попробуйте другое время дня, уберите консультанта или посмотрите следующие дни.'
      : 'Посмотрите следующие дни или попросите консультантов отметить часы: кто что отметил, видно на «Доске слотов».',
  withClosed: 'Показать и закрытое время',
  onlyOpen: 'Только открытое время',
  against: { tooSoon: 'слишком скоро', dayOff: 'выходной', absent: 'отсутствует', unclear: 'непонятное событие' },
  wishedHour: 'просит клиент',
  overriding: (why: string) => `Закрыто (${why}). Почему всё-таки назначаем`,
  later: (from: string) => `Смотреть с ${dateWords(from)}`,
  nearest: 'С ближайшего дня',
  horizon: (from: string, until: string) => `${dateWords(from)} — ${dateWords(until)}`,
  unread: (n: number) => `В календаре ${counted(n, 'событие', 'события', 'событий')} надо проверить`,
  suggestion: (title: string) => `похоже на «${title}»`,
  panel: 'Назначение консультации',
  minutesShort: 'Минут',
  length: 'Сколько',
  hours: (minutes: number) => `${(minutes / 60).toLocaleString('ru-RU')} ч`,
  room: (minutes: number) => `здесь только ${minutes}`,
  twoSlots: 'Займёт два слота подряд; что останется от второго, будет свободно.',
  place: { inPerson: 'Место', phone: 'Телефон для звонка', online: 'Ссылка на встречу' },
  usualPlace: 'как обычно',
  placeHint: { inPerson: 'кабинет или адрес', phone: '+7…', online: 'https://…' },
  ownTopic: 'Тема заявки',
  otherTopic: (title: string) => `Список сужен по теме «${title}», а назначится тема заявки. Проверьте, что верно.`,
  shortened: (asked: number, room: number) => `Просили ${asked} мин, в этом времени помещается только ${room}.`,
  gone: 'Выбранного времени в списке больше нет. Выберите другое.',
  age: (minutes: number) => `Список ${counted(minutes, 'минуту', 'минуты', 'минут')} назад`,
  again: 'Обновить',
  lacking: 'До назначения заполните:',
  chooseTopic: 'Выберите тему: без неё консультацию не назначить',
  whatClientGets: 'Что получит клиент',
  letter: (email: string, when: string, who: string) =>
    `Письмо на ${email}: консультация ${when}, консультант ${who}, место или ссылка и телефон центра.`,
  noEmail: 'Письма не будет: нет e-mail. Назовите время по телефону.',
  book: 'Назначить',
  otherSlot: 'Другое время',
  needDeal: 'Кому назначить? Примите заявку или откройте карточку, потом нажмите это время снова.',
  booked: (when: string, who: string) => `Назначено: ${when}, ${who}`,
} as const
