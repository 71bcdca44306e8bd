"""How the HTML page looks, on paper and on a screen: text for `exports.html`, which puts it into the page."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2326; --quiet: #5b676d; --line: #d5dce0; --band: #f2f5f6; --accent: #1f4e63;
  --late: #a3241c; --late-band: #fdf0ee; --soon: #835400; --soon-band: #fdf6e5; --done: #2b6a45; --done-band: #eff6f1;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15191b; --ink: #e4e9eb; --quiet: #9aa7ad; --line: #333d42; --band: #1e2427; --accent: #8cc3da;
    --late: #ff9d92; --late-band: #2f1b19; --soon: #f0c060; --soon-band: #2a2416;
    --done: #8bcfa5; --done-band: #18261d;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.45 "Segoe UI", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 84rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.2; font-weight: 600; text-wrap: balance; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; line-height: 1.3; font-weight: 600; text-wrap: balance; }
h1, h2, p, td, th, dd { white-space: pre-line; overflow-wrap: break-word; }
header { padding-bottom: 1rem; border-bottom: 2px solid var(--accent); margin-bottom: 1.25rem; }
dl { margin: 0; }
dd { margin: 0; }
dl.facts { display: flex; flex-wrap: wrap; gap: .3rem 2.25rem; }
dl.facts > div { display: flex; gap: .5rem; }
dl.facts dt { color: var(--quiet); }
dl.summary { display: flex; flex-wrap: wrap; gap: .75rem; margin-bottom: 1.5rem; }
dl.summary > div { display: flex; flex-direction: column-reverse; min-width: 7rem; padding: .6rem .9rem;
  border: 1px solid var(--line); border-top: 3px solid var(--line); border-radius: 3px; }
dl.summary dt { color: var(--quiet); font-size: .85rem; }
dl.summary dd { font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
dl.summary > .late { border-top-color: var(--late); } dl.summary > .late dd { color: var(--late); }
dl.summary > .soon { border-top-color: var(--soon); } dl.summary > .soon dd { color: var(--soon); }
dl.summary > .done { border-top-color: var(--done); } dl.summary > .done dd { color: var(--done); }
.sign { display: inline-block; margin-right: .4em; font-size: .8em; }
.late .sign { color: var(--late); } .soon .sign { color: var(--soon); } .done .sign { color: var(--done); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .5rem .7rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 1.5px solid var(--ink); color: var(--quiet); font-size: .8rem; font-weight: 600;
  vertical-align: bottom; }
tbody td { border-bottom: 1px solid var(--line); }
tr.group th { padding-top: 1.35rem; border-bottom: 1px solid var(--accent); color: var(--accent); font-size: 1rem;
  font-weight: 600; }
td:first-child { font-weight: 600; white-space: nowrap; border-left: 3px solid transparent; }
td.wide { min-width: 15rem; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.late td { background: var(--late-band); }
tr.late td:first-child { border-left-color: var(--late); color: var(--late); }
tr.soon td { background: var(--soon-band); }
tr.soon td:first-child { border-left-color: var(--soon); color: var(--soon); }
tr.done td { color: var(--quiet); } tr.done td:first-child { border-left-color: var(--done); }
p.empty { padding: 2rem 1rem; border: 1px dashed var(--line); color: var(--quiet); text-align: center; }
article { margin-top: 1.5rem; padding: 1.1rem 1.35rem 1.25rem; border: 1px solid var(--line);
  border-left: 4px solid var(--line); border-radius: 3px; }
article.late { border-left-color: var(--late); } article.soon { border-left-color: var(--soon); }
article.done { border-left-color: var(--done); }
article dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .35rem 2rem;
  font-size: .9rem; }
article p { max-width: 46rem; margin: .8rem 0 0; }
@media screen and (max-width: 46rem) {
  main { padding: 1.25rem 1rem 3rem; }
  table, tbody, tr, td, tr.group th { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr:not(.group) { margin-bottom: .75rem; border: 1px solid var(--line); border-radius: 3px; }
  td { display: grid; grid-template-columns: 8rem 1fr; gap: .75rem; padding: .35rem .7rem; border: 0; }
  td:first-child { display: block; padding-top: .6rem; }
  td:not(:first-child)::before { content: attr(data-title); color: var(--quiet); font-size: .8rem; font-weight: 400; }
  td:empty { display: none; }
  td.wide { min-width: 0; }
}
@page { margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 9.5pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, article, dl.summary { break-inside: avoid; }
  h1, h2, tr.group { break-after: avoid; }
  td.wide { min-width: 9rem; }
  th, td { padding: .35rem .5rem; }
}
"""
