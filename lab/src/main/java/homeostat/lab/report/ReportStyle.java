package homeostat.lab.report;

/** How the report looks, on light and on dark screens and in print. */
final class ReportStyle {
  static final String CSS =
      """
      :root {
        --ink: #1d2126; --soft: #5b636e; --line: #d9dde2; --page: #ffffff; --card: #f6f7f9;
        --accent: #1b62a8; --good: #1b7f4b; --warn: #9a5b00; --warnpage: #fff6e5;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --ink: #e7eaee; --soft: #a3acb8; --line: #39414b; --page: #14171b; --card: #1d2228;
          --accent: #7db4ea; --good: #63c795; --warn: #f0b55a; --warnpage: #2b2417;
        }
      }
      body {
        margin: 0; background: var(--page); color: var(--ink);
        font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      }
      main, footer { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0; overflow-wrap: anywhere; }
      h2 { font-size: 1.3rem; margin: 2.2rem 0 0.6rem; }
      h3 { font-size: 1.05rem; margin: 1.6rem 0 0.4rem; color: var(--soft); }
      header p { color: var(--soft); margin: 0.3rem 0; }
      .badge {
        display: inline-block; padding: 0 0.6rem; border-radius: 1rem; font-size: 0.85rem;
        border: 1px solid var(--warn); color: var(--warn);
      }
      .good { border-color: var(--good); color: var(--good); }
      .notice, header p.notice {
        background: var(--warnpage); color: var(--ink); border-left: 4px solid var(--warn);
        padding: 0.6rem 0.9rem; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere;
      }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.92rem; }
      th, td {
        text-align: left; padding: 0.3rem 1.2rem 0.3rem 0; vertical-align: top;
        border-bottom: 1px solid var(--line);
      }
      thead th { color: var(--soft); font-weight: 600; }
      tbody th { font-weight: 500; }
      td { overflow-wrap: anywhere; }
      figure { margin: 1rem 0 1.6rem; }
      figure img {
        display: block; max-width: 100%; height: auto; background: #ffffff; padding: 0.6rem;
        box-sizing: border-box; border: 1px solid var(--line); border-radius: 6px;
      }
      figcaption { color: var(--soft); font-size: 0.9rem; margin-top: 0.4rem; }
      details {
        background: var(--card); border: 1px solid var(--line); border-radius: 6px;
        padding: 0.6rem 1rem; margin: 1rem 0;
      }
      summary { cursor: pointer; font-weight: 600; }
      summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      footer { color: var(--soft); font-size: 0.85rem; }
      @media print { details { break-inside: avoid; } figure { break-inside: avoid; } }
      """;

  private ReportStyle() {}
}
