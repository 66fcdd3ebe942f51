// MiniSearch with the settings of towns' present app, asked line by line over standard input.
// First line: {"folder": "...", "combine": "AND", "pages": {language: [{id, title, content}]}}, then
// one {"text", "language"} a line. Each is answered by a line [[id, score], ...], best first.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const LIMIT = 10
const normalised = (text) =>
  text.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/ß/g, 'ss').toLowerCase().trim()

const made = (MiniSearch, combineWith, pages) => {
  const index = new MiniSearch({
    fields: ['title', 'content'],
    processTerm: normalised,
    searchOptions: { boost: { title: 2 }, fuzzy: 0.25, prefix: true, combineWith },
  })
  index.addAll(pages)
  return index
}

// The app asks an index of her language and one of the German texts, and merges by raw scores.
const asked = (indexes, { text, language }) => {
  const best = new Map()
  for (const index of new Set([indexes[language], indexes.de])) {
    for (const { id, score } of index?.search(text) ?? []) {
      best.set(id, Math.max(score, best.get(id) ?? 0))
    }
  }
  return [...best].sort((a, b) => b[1] - a[1]).slice(0, LIMIT)
}

let indexes
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line)
  if (given.pages) {
    const file = join(given.folder, 'node_modules', 'minisearch', 'dist', 'es', 'index.js')
    const { default: MiniSearch } = await import(pathToFileURL(file))
    const of = Object.entries(given.pages)
    const index = (pages) => made(MiniSearch, given.combine, pages)
    indexes = Object.fromEntries(of.map(([language, pages]) => [language, index(pages)]))
    console.log('[]')
  } else {
    console.log(JSON.stringify(asked(indexes, given)))
  }
}
