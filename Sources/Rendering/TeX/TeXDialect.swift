/// Who reads the TeX.
enum TeXDialect: Hashable, Sendable {
  /// LaTeX itself. Names are as they are typed, underscores and all.
  case latex
  /// MathJax or KaTeX, behind a reader of Markdown that may take away backslashes before signs and see emphasis between
  /// underscores, as GitHub's does. So commands are words, and an underscore stands behind a letter and lowers what follows
  /// it: `\mathit{out_{h1}}`.
  case markdown
}
