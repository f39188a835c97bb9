/** Words that titles of slots may hold beside initials and organisations. */

import { foldCase } from '../client/organisation'

const consultationWords = ['КОНСУЛЬТАЦИЯ', 'КОНСУЛЬТАЦИИ']
const farthestTypo = 2

/** How a consultation is held or when: after «консультация» they need no brackets. */
const noteWords = foldCase(
  'онлайн online очно очная очный дистанционно дистанционная zoom зум скайп skype телефон телефону тел звонок видео утро утром день днем днём вечер вечером свободно свободен свободна слот час часа ч мин минут офис офисе кабинет каб по в и или до с бесплатно',
).split(' ')

/** A consultant is busy with something that is nobody's consultation. */
const awayWords = foldCase(
  'отпуск больничный обед перерыв отгул выходной командировка занят занята нет недоступен недоступна планёрка совещание собрание встреча семинар вебинар тренинг мероприятие конференция обучение учёба отчёт поездка дежурство день др',
).split(' ')

/**
 * Whether text after «консультация» only says how or when: brackets of any content, known words, numbers.
 * A name outside brackets is not a note. Example: 'онлайн, 2 ч' → true; 'АНО Маяк' → false.
 */
export function isHarmlessNote(note: string): boolean {
  const outside = note.replace(/[([][^)\]]*[)\]]?/g, ' ')
  return (foldCase(outside).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => /^\d+$/.test(word) || noteWords.includes(word))
}

/** Whether the first word says that the consultant is away or busy. Example: 'отпуск до 30.11' → true. */
export function isAwayWord(text: string): boolean {
  const first = /^[\p{L}\p{N}]+/u.exec(foldCase(text))?.[0] ?? ''
  return awayWords.includes(first)
}

const absenceWords = ['отпуск', 'больничный', 'командировка'].map((word) => [foldCase(word), word] as const)

/** The absence that the first word names, '' = none. Example: 'Отпуск ММ до 30.11' → 'отпуск' */
export function absenceIn(text: string): string {
  const first = /^[\p{L}]+/u.exec(foldCase(text))?.[0] ?? ''
  return absenceWords.find(([folded]) => folded === first)?.[1] ?? ''
}

/** Whether a word in capitals is «консультация» with up to two slips: «КОНСУЛЬТАЦЫЯ», but not «КОНСУЛЬТАНТ». */
export function isConsultationTypo(word: string): boolean {
  return consultationWords.some((right) => Math.abs(word.length - right.length) <= farthestTypo && distance(word, right) <= farthestTypo)
}

/** Levenshtein: letters to add, drop or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = cost(row, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, cost(row, j) + 1, cost(next, j - 1) + 1))
    }
    row = next
  }
  return cost(row, to.length)
}

function cost(row: readonly number[], at: number): number {
  return row[at] as number
}
