/// The page's style. The colours of the tools keep their contrast to the background in both schemes, and none carries a
/// meaning that is not written as well.
enum PageStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --panel: #f5f6f8; --ink: #1c2126; --faint: #59636e; --line: #d5dae0; --accent: #0b57d0;
      --compile: #a9c7f5; --asm: #a6dcb6; --link: #d3bdf2; --cgo: #98dcdc; --cover: #f2b8d4; --vet: #f5d08a;
      --query: #d0d5db; --other: #e3c6a8; --bar-ink: #14181c; --dot: #b3261e; --failed: #b3261e;
      --added: #dcf5e3; --removed: #fde3e1;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --panel: #1d2125; --ink: #e4e7ea; --faint: #9aa4ae; --line: #363d44; --accent: #8ab4f8;
        --compile: #3f6fb5; --asm: #35804d; --link: #7a58b0; --cgo: #2b7f7f; --cover: #a0497a; --vet: #8f6b1c;
        --query: #515a63; --other: #84623f; --bar-ink: #ffffff; --dot: #ffb4ab; --failed: #ff897d;
        --added: #12361f; --removed: #43201d;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
    header, main { padding: 0 1.5rem; }
    h1 { font-size: 1.3rem; margin: 1rem 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    h3 { font-size: .95rem; margin: 1rem 0 .2rem; }
    code, pre, table, svg { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 12px; }
    h1 code { font-size: inherit; }
    a { color: var(--accent); }
    .facts { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: 0; color: var(--faint); }
    .hint { color: var(--faint); margin: 0 0 .5rem; max-width: 80ch; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.5rem; }
    /* On a narrow screen the details come before the tables. */
    .columns > div { display: contents; }
    .timeline { order: -2; }
    #details { order: -1; margin-top: 1rem; }
    @media (min-width: 1100px) {
      .columns { grid-template-columns: minmax(0, 3fr) minmax(22rem, 2fr); align-items: start; }
      .columns > div { display: block; }
      #details { order: 0; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; margin-top: 1.4rem; }
    }
    .controls { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin-bottom: .5rem; }
    .controls label { white-space: nowrap; }
    input[type=search], button {
      font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
      padding: .1rem .5rem;
    }
    #kinds { display: flex; flex-wrap: wrap; gap: .2rem .9rem; }
    .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin: 0 .3em; border: 1px solid var(--line); }
    #count { color: var(--faint); }
    #scroll { overflow: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); max-height: 60vh; }
    #scroll svg { display: block; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    .bar { cursor: pointer; outline: none; }
    .bar text { fill: var(--bar-ink); pointer-events: none; }
    .bar rect { stroke: var(--line); }
    .bar circle { fill: var(--dot); }
    .bar.failed rect { stroke: var(--failed); stroke-width: 2; stroke-dasharray: 4 2; }
    .bar:hover rect { stroke: var(--ink); }
    .bar:focus-visible rect { stroke: var(--accent); stroke-width: 2; }
    .bar[aria-current=true] rect { stroke: var(--ink); stroke-width: 2; stroke-dasharray: none; }
    .axis line { stroke: var(--line); }
    .axis text { fill: var(--faint); }
    #tip {
      position: fixed; z-index: 2; pointer-events: none; background: var(--ink); color: var(--paper); border-radius: 4px;
      padding: .15rem .5rem; max-width: 40ch; font-size: 13px;
    }
    #details { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem 1rem; }
    #details h2 { overflow-wrap: anywhere; }
    #details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; margin: .5rem 0; }
    #details dt { color: var(--faint); }
    #details dd { margin: 0; overflow-wrap: anywhere; }
    #details .meaning { color: var(--faint); margin: .3rem 0; }
    pre {
      margin: .3rem 0; padding: .5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px;
      overflow: auto; max-height: 26rem;
    }
    pre.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
    .diff span { display: block; min-height: 1.5em; width: max-content; min-width: 100%; tab-size: 4; }
    .diff .add { background: var(--added); }
    .diff .del { background: var(--removed); }
    .diff .at { color: var(--faint); }
    .table { overflow: auto; max-height: 60vh; border: 1px solid var(--line); border-radius: 6px; }
    table { border-collapse: collapse; width: 100%; }
    caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    th { position: sticky; top: 0; background: var(--panel); text-align: left; }
    th button { border: 0; background: none; font-weight: bold; padding: 0; cursor: pointer; }
    th, td { padding: .15rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
    td.wide { white-space: normal; min-width: 24ch; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr[aria-current=true] td { background: var(--panel); font-weight: bold; }
    #guide p, #guide dl { max-width: 80ch; }
    #guide dt { margin-top: .5rem; }
    #guide dd { margin: 0 0 0 1.2rem; }
    """
}
