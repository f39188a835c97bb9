/** What a heading says its column is for: general vocabulary of offices and of amoCRM, not the headings of one file. */

import { wholeWords } from '../../intake/read/wholeWords'
import { folded } from '../../text/fold'
import type { Target } from './targets'

/** [pattern, how sure: 1 = it says so, under 0.5 = it may be]; the best one counts. The name stands between spaces. */
type Words = readonly (readonly [RegExp, number])[]

const words: Readonly<Partial<Record<Target, Words>>> = {
  id: [
    [
      /^ (рег |регистрационный |входящий |внутренний )?(id|ид|№|номер|код)( (?!телефон|факс|инн|огрн|кпп|счет|контакт|компан|организац|клиент|заявител|нко |проект|грант|кабинет|этап|тем[аы] |п |п п |по поряд|стро|групп|дом)\S+){0,2} $/,
      1,
    ],
    [/^ (сделка|заявка|обращение|лид|deal|lead) (id|№|номер) $/, 1],
    [/^ (lead|deal) ?id $/, 1],
  ],
  stage: [
    [/ (этап|стадия|stage)/, 1],
    [/ (статус|состояние|status) /, 0.8],
    [/ (результат|итог) (обращения|заявки|консультации) /, 0.4],
  ],
  pipeline: [[/ (воронка|воронки|pipeline) /, 1]],
  received: [
    [/дата.{0,60}(создан|поступл|обращен|заявк|регистрац|получен|приема заявк|приема обращ)/, 1],
    [/ (создан[ао]?|поступил[ао]?|поступлени[ея]|получен[ао]?|обратил(ся|ась|ись)|зарегистрирован[ао]?) /, 0.8],
    [/когда.{0,60}(обрат|поступ|создан)/, 1],
    [/ (дата|день) $/, 0.3],
    [/(created|date added|timestamp)/, 1],
    [/ (отметка времени|время заполнения|дата заполнения) /, 0.9],
  ],
  receivedTime: [[/время.{0,60}(создан|поступл|обращен|заявк|регистрац|получен)/, 1]],
  closed: [
    [/(дата|когда).{0,60}(закрыт|завершен)/, 1],
    [/ (закрыт[ао]?|завершен[ао]?) /, 0.7],
    [/closed/, 1],
  ],
  failure: [[/причин/, 1]],
  organisation: [
    [/ (компания|организация|компании|организации) /, 1],
    [/ (название|наименование) (компании|организации|нко|учреждения|клиента|заявителя|объединения) /, 1],
    [/ (нко|учреждение|объединение|юр ?лицо|заказчик|контрагент|company) /, 0.8],
    [/ (клиент|заявитель|благополучатель|обратившийся|получатель|наименование|кто обратился|от кого) /, 0.5],
  ],
  title: [
    [/ (название|имя|тема|заголовок) (сделки|заявки|лида|карточки) /, 1],
    [/^ (название|сделка|заявка|заголовок|deal name|lead name) $/, 0.6],
  ],
  contact: [
    [
      / (фио|полное имя|контактн(ое|ые) лиц[оа]|(client|customer|applicant|person) name|лицо для связи|контакт|основной контакт|представитель|ф и о|с кем (говорили|общались)|имя|фамилия|отчество|contact) /,
      1,
    ],
    [/ (клиент|заявитель|собеседник|обратившийся|кто обратился|посетитель|гость|от кого) /, 0.5],
  ],
  phone: [[/( тел|моб|сотов|phone| факс|whatsapp|номер для связи|контакты|контактные данные|как связаться)/, 1]],
  email: [[/(e ?mail|почт|эл адрес|электронный адрес|мейл|имейл|контакты|контактные данные|как связаться)/, 1]],
  messenger: [[/(telegram|телеграм|мессендж|вконтакте| vk | вк |viber|вайбер|whatsapp|ватсап|соцсет)/, 1]],
  kind: [
    [/(вид|тип|форма|категория|статус|опф|правов).{0,60}(орг|нко|клиент|заявит|компани|юрлиц|обрат)/, 1],
    [/ (опф|кто это|тип|вид|категория) /, 0.5],
  ],
  municipality: [[/(город|муницип|район|округ|территор|населенн|местополож|регион|откуда|нас пункт| мо | адрес )/, 1]],
  consent: [[/(соглас|персональн|обработк.{0,60} пд|пользовательск)/, 1]],
  consentText: [[/соглас.{0,40}(текст|формулир)|(текст|формулир).{0,40}соглас/, 2]],
  consentSource: [[/соглас.{0,40}(откуда|источник|как получ)|(откуда|источник).{0,40}соглас/, 2]],
  channel: [
    [/(источник|канал|откуда узнал|откуда приш|как (обрат|поступ|приш|узнал)|способ (обращ|поступ|связи))/, 1],
    [/(путь|вход)/, 0.3],
  ],
  topic: [
    [/(тема|тематик|направление|рубрик)/, 1],
    [/(вопрос|категори|область|предмет|сфера|по какой)/, 0.6],
  ],
  request: [[/(запрос|с чем (обрат|приш)|текст (заявк|обращ|вопрос)|сообщение|проблема|суть (обращ|вопрос|запрос)|вопрос)/, 1]],
  consultant: [
    [/консульт(ант|ир)/, 1],
    [/(эксперт|специалист|исполнител|кто (вел|ведет|провел|провод|принимал|отвечал)|ведущ|провел|проводил|тренер|юрист)/, 0.9],
    [/(ответствен|менеджер|сотрудник)/, 0.4],
  ],
  start: [
    [/(дата|когда|день|начало|время).{0,60}(консультаци|встреч|приема|проведен|назначен|визит|оказан|мероприят)/, 1],
    [/ (консультация|встреча|прием|запись|записан[ао]?|назначен[ао]?|начало|проведен[ао]?|состоялась|когда) /, 0.8],
    [/ (дата|день) /, 0.4],
  ],
  startTime: [
    [/(время|час).{0,60}(консультац|встреч|приема|проведен|начал|визит)/, 1],
    [/ (время|час|часы|начало|во сколько) /, 0.8],
  ],
  endTime: [
    [/(время|час|дата).{0,60}(окончан|конца|завершен)/, 0.9],
    [/ (окончание|конец) /, 0.9],
    [/ (end|ends|end time) /, 0.9],
  ],
  format: [
    [
      /(формат|форма (проведен|консульт|встреч|работы|оказан)|как (проход|провод|прошл|провел)|способ (провед|консульт|оказан)|очно|вид консульт|тип консульт)/,
      1,
    ],
  ],
  minutes: [
    [
      /(длит|продолж|duration|minutes|минут| мин | mins? | length | (часы|hours|minutes) |сколько (длил|времени)|затрачен|хронометраж|часов|время консульт)/,
      1,
    ],
    [/ (кол ?во|количество|объем|время|услуг[аи]?) (ч|час|часы|мин) /, 1],
  ],
  project: [
    [/ (проект|проекта|проекту|проекте|грант|гранту|программа|программе) /, 1],
    [/(за счет|финансир|куда (отнес|засчит)|отчет(ность)? по)/, 0.6],
  ],
  content: [
    [/комментари.{0,60}(консульт|эксперт|специалист)/, 1],
    [/(содержан|обсуд|обсужд|о чем|ход консульт|кратко|что (сделан|был|рассказ)|суть консульт|описание консульт)/, 1],
    [/(итог|результат|описание|суть|резюме)/, 0.7],
  ],
  recommendations: [[/(рекоменд|совет|что посовет|даны)/, 1]],
  discussedName: [
    [/(обсуждаем.{0,60}проект|проект (клиента|заявител)|какой проект обсуд)/, 1],
    [/название проекта/, 0.7],
  ],
  discussedTheme: [[/тем.{0,60}проект/, 1]],
  discussedAdvice: [[/(рекоменд|совет).{0,60}проект/, 1]],
  score: [[/(оценк|балл|звезд| nps |удовлетвор)/, 1]],
  feedbackText: [[/(отзыв|обратная связь|мнение|комментар.{0,60}(клиент|заявит))/, 1]],
  kept: [[/(примечан|коммент|заметк| note|тег|метк)/, 1]],
}

/** A column that is never what it may look like: who typed it in, when it was edited, advertising, tasks. */
const aside =
  /( кем (создан|редактир|измен|добавл)|редактиров|изменен|обновлен|updated|modified| utm|utm | ym uid|roistat|yclid|gclid|fbclid|gclientid|referrer|openstat|metrika| from |бюджет|задач|ответственн.{0,60}(за контакт|за компан|контакта|компании)|дней в|ссылка на|(id|ид|№|номер) (контакта|компании|клиента)|contact id|company id)/

/** In headings, what stands against a target whatever else is said. */
const against: Readonly<Partial<Record<Target, RegExp>>> = {
  organisation:
    /(представител| ф и о | фио | лицо | вид| тип| форма| инн | огрн|адрес| сайт|должност|ответствен| тел|почт|mail| город|статус|катег| число| дата| тема)/,
  contact:
    /(компан|организац|ответствен| тел|почт|mail| кем |консульт|сотрудник|эксперт| тег|дата|город|должност|название|наименование|проект|файл|специалист|исполнител|менеджер)/,
  title: /(компан|организац|проект|нко|тема консультац)/,
  phone:
    /^(?!.*( тел| моб|phone|связ|сотов|whatsapp|контакт|вайбер|viber)).* (сумма|бюджет|цена|стоимость|руб|инн|огрн|кпп|код|счет|id|№|номер|снилс|договор|индекс) /,
  topic: /(проект|сделки|письма)/,
  project: /(обсужд|проект (клиента|заявител)|рекоменд| тем)/,
  format: /(файл|дата)/,
  received: /(консультац|закрыт|рожден|оплат|встреч|проведен)/,
  start: /(создан|поступ|закрыт|рожден|оплат|конец|окончан|регистрац|обращен)/,
  startTime: /(создан|поступ|конец|окончан|длит|реакц|обращен)/,
  content: /(рекоменд.{0,60}проект|файл|отказ)/,
  recommendations: /проект/,
  request: /(дата|время|кто)/,
  kind: /консультац/,
  kept: /(отзыв|оценк)/,
  feedbackText: /оценк/,
  stage: /(организац|нко|оплат|клиент|юр|дата|время|отказ)/,
  failure: /(обращен|перенос)/,
}

/** Numbers and sums look like the days that Excel counts. */
const moments: readonly Target[] = ['received', 'closed', 'start', 'consent']
const number = / (№|номер|id|ид|код|инн|огрн|сумма|бюджет|цена|стоимость|руб|оплачено|оплата) /

/** The heading for comparing, between spaces: «Тема_обращения (сделка):» → ' тема обращения сделка '. */
export function plainHeading(heading: string): string {
  return ` ${folded(heading)
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()} `
}

/** With its short words whole. Each heading is asked about every target, and each row may be one of headings: it is worked out once. */
function nameOf(heading: string): string {
  const known = names.get(heading)
  if (known !== undefined) return known
  const name = plainHeading(wholeWords(heading))
  if (names.size >= mostNames) names.clear()
  names.set(heading, name)
  return name
}

const names = new Map<string, string>()
const mostNames = 1000

/** How much the heading speaks for a target, 0–1. */
export function headingScore(heading: string, target: Target): number {
  if (speaksAgainst(heading, target)) return 0
  const name = nameOf(heading)
  return Math.max(0, ...(words[target] ?? []).filter(([pattern]) => pattern.test(name)).map(([, score]) => score))
}

/** Whether the heading forbids a target, whatever its cells look like: a sum is no phone. */
export function speaksAgainst(heading: string, target: Target): boolean {
  const name = nameOf(heading)
  return against[target]?.test(name) === true || (moments.includes(target) && number.test(name))
}

/** Whether a column is of no use to the desk, by its name. */
export function isAside(heading: string): boolean {
  return aside.test(nameOf(heading))
}

/** Whether the heading says anything that this vocabulary knows. */
export function isKnownHeading(heading: string): boolean {
  return isAside(heading) || (Object.keys(words) as Target[]).some((target) => headingScore(heading, target) >= 0.5)
}
