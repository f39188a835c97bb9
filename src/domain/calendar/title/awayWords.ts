/** Words that say that somebody is away or at something else, and that the whole centre is closed. */

import { isWoman } from '../../text/russian'
import { areHarmless } from './noteWords'
import { type Phrases, phrases } from './phrases'
import { wordsOf } from './titleLine'

/** Not here at all; what is told → how people write it. */
const absences: Readonly<Record<string, Phrases>> = {
  отпуск: phrases('отпуск, отп, отпуска, отпуске, отпуску, отпуском, vacation, pto, on leave'),
  больничный: phrases(
    'больничн*, бол лист, болеет, болею, болен, больна, болезнь, болезни, заболел*, заболев*, приболел*, б л, бл, больн, ковид, covid, карантин, температура, sick, sick leave, ill',
  ),
  командировка: phrases(
    'командировка, командировке, командировку, командировки, командировочн*, поезд, поезде, самолет, самолете, перелет, вокзал, аэропорт, business trip',
  ),
  отгул: phrases('отгул, отгула, отгуле, отгулы, за свой счет, без содержания, б с, day off'),
  декрет: phrases('декрет, декрете, декретный, декретном'),
  выходной: phrases('выходной, вых, день отдыха, выходная, выходные, выходного'),
  'нет на месте': phrases(
    'нет, не будет, не может, не могу, не работает, не работаю, не принимает, не на месте, не на работе, не в офисе, не в городе, не выйдет, отсутств*, отсут, в отъезде, отъезд, уехал, уехала, едет, уезжает, улетел, улетела, улетает, ушел, ушла, нет на месте, вне офиса, out of office, ooo, off, away, недоступ*, unavailable, отпросил*, по семейным, семейные обстоятельства',
  ),
}

/** At something else. */
const occupations: Readonly<Record<string, Phrases>> = {
  обед: phrases('обед, обеде, обедает, ланч, lunch'),
  перерыв: phrases('перерыв, перерыва, перерыве, break'),
  совещание: phrases('совещание, совещании, совещания, планерка, планерке, собрание, собрании, летучка, meeting, call, созвон, созвоне'),
  встреча: phrases('встреча, встрече, встречу, встречи, переговоры, прием, приеме'),
  мероприятие: phrases(
    'мероприяти*, семинар*, вебинар*, тренинг*, конференци*, форум*, круглый стол, лекци*, мастер класс, экскурси*, фестиваль, праздник, выступ*, эфир*, съемк*, интервью',
  ),
  учёба: phrases('учеба, учебе, учебу, учебы, обучен*, учится, курсы, курсах, сессия, сессии, экзамен*, повышение квалификации, training'),
  выезд: phrases('выезд, выезде, выездная, поездка, поездке, поездку, дорога, дороге, в пути'),
  суд: phrases('суд, суде, заседани*, комисси*'),
  врач: phrases('врач, врача, врачу, поликлиник*, анализы, медосмотр, диспансер*, стоматолог*, прививка, doctor'),
  дежурство: phrases('дежур*'),
  отчёт: phrases(
    'отчет, отчеты, отчете, отчетом, документы, focus, focus time, не беспокоить, do not disturb, личное, личные дела, по личным',
  ),
  занят: phrases(
    'документы, focus, focus time, не беспокоить, do not disturb, личное, личные дела, по личным, занят, занята, занято, занятая, busy, дела, работа с документами, другая работа',
  ),
}

const closedCentre = phrases(
  'центр закрыт, офис закрыт, центр не работает, офис не работает, центр не принимает, закрыт центр, закрыт офис, центр на ремонте, офис на ремонте, ремонт в центре, ремонт в офисе, мы не работаем, не работаем, офис закрывается, все в отпуске, все в отпусках, все на выезде, все в командировке, все на больничном, все заняты, у всех выходной, всем выходной, весь центр',
)
const closedDay = phrases(
  'выходной, выходные, выходной день, нерабочий день, нерабочие дни, праздничный день, праздничные дни, санитарный день, закрыто, закрыт, каникулы, праздник, праздники, closed, holiday, day off, новогодние, новогодние каникулы, майские, день',
)
const dayOffFirst = phrases(
  'новый год, рождество, 8 марта, 23 февраля, 9 мая, 1 мая, 12 июня, день народного единства, день победы, день россии, день защитника отечества, выходн*, нерабоч*, праздничн*, санитарный день, закрыто, закрыт, каникулы, новогодние, праздник, праздники, closed, holiday, day off',
)

/** Being here after all: a birthday and a place of work take no hour. */
const present = phrases(
  'др, день рождения, днем рождения, дня рождения, юбилей, birthday, удаленно, удаленка, удаленке, из дома, home office, remote, работает из дома',
)

/** What the words say of somebody named beside them, '' = nothing of the kind. Example: ['НА', 'БОЛЬНИЧНОМ'] → 'больничный' */
export function awayIn(words: readonly string[]): string {
  return absenceIn(words) || nameOf(occupations, words)
}

/** Not here at all. Example: ['ОТПУСК', 'ММ'] → 'отпуск' */
export function absenceIn(words: readonly string[]): string {
  return nameOf(absences, words)
}

/** Whether the words say nothing but that somebody is away and when. Example: ['ОБЕД', 'ДО', '14'] → true, ['ОТПУСК', 'БЕЗ', 'ГРАНИЦ'] → false */
export function isOnlyAway(words: readonly string[]): boolean {
  const left = [...words]
  for (const list of [...Object.values(absences), ...Object.values(occupations)]) {
    const at = left.findIndex((_, place) => list.at(left, place) > 0)
    if (at >= 0) left.splice(at, list.at(left, at))
  }
  return left.length < words.length && areHarmless(left)
}

/** Who is not here holds no consultation, whatever is said of them behind: «больничный, консультации отменены». */
export function absenceBefore(text: string): string {
  const words = wordsOf(text.split(/[,;!]/, 1)[0] ?? '')
  const why = absenceIn(words)
  return why !== 'нет на месте' && isOnlyAway(words) ? why : ''
}

/** «не занята», «вышла из отпуска», «не в отпуске»: the word is taken back. */
export function isDenied(words: readonly string[]): boolean {
  const length = (at: number) => (['В', 'НА'].includes(words[at] ?? '') ? 2 : 1)
  return words.some((word, at) => takesBack.includes(word) && awayIn(words.slice(at + 1, at + 1 + length(at + 1))) !== '')
}

const takesBack = ['НЕ', 'ИЗ', 'ПОСЛЕ', 'ДО', 'ПЕРЕД']

/** «Центр закрыт», «Выходной 4 ноября», «Праздник»: nobody is named, so it holds for all. */
export function isClosedForAll(words: readonly string[]): boolean {
  const last = words[words.length - 1] ?? ''
  if (closedCentre.isIn(words) || last === 'ВЫХОДНОЙ' || (words[0] === 'ВСЕ' && awayIn(words.slice(1)) !== '')) return true
  let at = dayOffFirst.at(words, 0)
  if (at === 0) return false
  while (closedDay.at(words, at) > 0) at += closedDay.at(words, at)
  return areHarmless(words.slice(at))
}

/** What somebody must have: «Отпуск», «Командировка в Вельск», «Занято», «Слот». */
export function needsPerson(words: readonly string[]): boolean {
  const why = nameOf(absences, words.slice(0, 3))
  return (why !== '' && why !== 'нет на месте' && why !== 'выходной') || ownFirst.at(words, 0) > 0
}

const ownFirst = phrases('занят, занята, занято, слот, слоты, свободно, свободна, бронь, резерв, окно')

export function isPresent(words: readonly string[]): boolean {
  return present.isIn(words)
}

/** «отпуск»; of other things «занята: обед», by the person's name. */
export function awayText(why: string, name: string): string {
  if (why === '' || why in absences || why.startsWith('занят')) return why === 'занят' && isWoman(name) ? 'занята' : why
  return `${isWoman(name) ? 'занята' : 'занят'}: ${why}`
}

function nameOf(table: Readonly<Record<string, Phrases>>, words: readonly string[]): string {
  return Object.entries(table).find(([, list]) => list.isIn(words))?.[0] ?? ''
}
